import { SegmentedMessage } from 'sms-segments-calculator'
import { describe, expect, it } from 'vitest'
import { answerIntent } from '../../src/conversation/intents.ts'
import { sceneOf } from '../../src/conversation/hearing/listen.ts'
import { render, renderRest, SMS_SEGMENTS } from '../../src/conversation/rendering/render.ts'
import { emptySession } from '../../src/conversation/session/session.ts'
import type { Household } from '../../src/register/household.ts'
import { PLAN } from '../../src/policy/parameters/parameters.ts'
import {
  INTENTS,
  type Intent,
  type Language,
  STAGES,
  TOPICS,
  type Understanding,
} from '../../src/understanding/types.ts'
import { grammarFaults } from '../../src/understanding/tibetan/grammar.ts'
import { FAMILIES, type FamilyName, TODAY } from './households.ts'
import { NO_LINKS } from './links.ts'
import { OFFICE_TELEPHONE, OFFICES, type OfficesName } from './offices.ts'

/** Every intent, about every topic and every stage and about none, as every family may mean it. */
const families = Object.keys(FAMILIES) as FamilyName[]
const abouts = [
  ...TOPICS.map((topic) => ({ topic, stage: null })),
  ...STAGES.map((stage) => ({ topic: null, stage })),
  { topic: null, stage: null },
]

function heardAs(intent: Intent, about: (typeof abouts)[number], language: Language): Understanding {
  return { language, intent, ...about, county: null, confidence: 0.9, said: {} }
}

function pagesOf(
  family: FamilyName,
  heard: Understanding,
  language: Language,
  offices: OfficesName = 'none',
) {
  const turn = {
    session: emptySession(),
    message: { text: '…', media: false, channel: 'sms' as const },
    contact: { language: null, stopped: false },
    households: FAMILIES[family],
    today: TODAY,
    book: PLAN,
    offices: OFFICES[offices],
    reference: '4821',
    cases: [],
    namedReport: null,
    links: NO_LINKS,
  }
  const { reply } = answerIntent(sceneOf(turn, heard, language))
  if (reply === null) return { span: 'one' as const, pages: [] }
  const pages = []
  for (let page = render(reply, language, 'sms'); ; page = renderRest(page.rest, language, 'sms')) {
    pages.push(page.text)
    if (page.rest === null) return { span: reply.span, pages }
  }
}

describe.each(['zh-CN', 'bo'] as const)('every answer in %s', (language) => {
  const answers = distinct(
    (['none', 'whole'] as const).flatMap((offices) =>
      families.flatMap((family) =>
        INTENTS.flatMap((intent) =>
          abouts.map((about) => ({
            at: `${family} ${intent} ${about.topic ?? about.stage ?? ''} (offices: ${offices})`,
            ...pagesOf(family, heardAs(intent, about, language), language, offices),
          })),
        ),
      ),
    ),
  )

  it('says something', () => {
    for (const { at, pages } of answers) expect(pages.join('').trim(), at).not.toBe('')
  })

  it('takes no more segments than one programme or a household may', () => {
    for (const { at, span, pages } of answers) {
      for (const page of pages)
        expect(new SegmentedMessage(page).segmentsCount, `${at}: ${page}`).toBeLessThanOrEqual(
          SMS_SEGMENTS[language][span],
        )
    }
  })

  it('is done after few pages', () => {
    for (const { at, pages } of answers) expect(pages.length, at).toBeLessThanOrEqual(6)
  })

  it('is whole: no placeholder, no key, nothing undefined', () => {
    for (const { at, pages } of answers)
      expect(pages.join('\n'), at).not.toMatch(/\{\{|\}\}|undefined|null|\[object|(?:conversation|policy):/)
  })

  it('shows no ID number, and no telephone but the office’s', () => {
    for (const { at, pages } of answers)
      expect(pages.join('\n').replaceAll(OFFICE_TELEPHONE, ''), at).not.toMatch(/\d{7}/)
  })

  it('is in its own script, names and citations aside', () => {
    for (const { at, pages } of answers) {
      const text = pages.join('\n')
      if (language === 'zh-CN') expect(text, at).not.toMatch(/\p{Script=Tibetan}/u)
      else expect(foreign(text), at).toEqual([])
    }
  })

  it('is spelt, marked and joined as Tibetan is, filled and cut as it is sent', () => {
    if (language !== 'bo') return
    const lines = new Map(
      answers.flatMap(({ at, pages }) => pages.flatMap((page) => page.split('\n').map((line) => [line, at]))),
    )
    for (const [line, at] of lines) expect(grammarFaults(line), `${at}: ${line}`).toEqual([])
  })
})

/** Each of the answers once: many mean the same, and are said in the same words. */
function distinct<Answer extends { readonly span: string; readonly pages: readonly string[] }>(
  answers: readonly Answer[],
): readonly Answer[] {
  return [...new Map(answers.map((answer) => [[answer.span, ...answer.pages].join('\f'), answer])).values()]
}

const NAMES = new Set(
  families.flatMap((family) => FAMILIES[family].flatMap(({ persons }) => persons.map(({ name }) => name))),
)
const COUNTIES = new Set(['宕昌县', '泾川县', '崇信县'])

// An office's own words, quoted.
const REASONS = families.flatMap((family) =>
  FAMILIES[family].flatMap(({ ledger }: Household) => ledger.flatMap(({ reason }) => reason ?? [])),
)

// What is neither Tibetan, nor a name of the record or a county without a Tibetan one, nor a citation.
function foreign(text: string): string[] {
  const own = REASONS.reduce((rest, reason) => rest.replaceAll(`“${reason}”`, ''), text)
  const bare = own.replace(/[一二三四五](?:\([一二三四五]\))?(?:·\d+(?:[–、, ]+\d+)*)?/gu, '')
  return (bare.match(/[\p{Script=Han}a-zA-Z]+/gu) ?? []).filter(
    (word) => !NAMES.has(word) && !COUNTIES.has(word),
  )
}

describe('a stranger', () => {
  it('is told nothing that only a record could tell', () => {
    for (const intent of INTENTS) {
      for (const about of abouts) {
        const said = pagesOf('stranger', heardAs(intent, about, 'zh-CN'), 'zh-CN').pages.join('\n')
        for (const name of NAMES) expect(said).not.toContain(name)
        expect(said).not.toContain('按2026')
      }
    }
  })
})
