import { SegmentedMessage } from 'sms-segments-calculator'
import { expect } from 'vitest'
import boConversation from '../../locales/bo/conversation.json' with { type: 'json' }
import boPolicy from '../../locales/bo/policy.json' with { type: 'json' }
import zhConversation from '../../locales/zh-CN/conversation.json' with { type: 'json' }
import zhPolicy from '../../locales/zh-CN/policy.json' with { type: 'json' }
import { SMS_SEGMENTS } from '../../src/conversation/rendering/render.ts'
import { COUNTIES } from '../../src/regions/county.ts'
import type { Household } from '../../src/register/household.ts'
import type { Office } from '../../src/register/office.ts'
import type { Language } from '../../src/understanding/types.ts'
import { HOUSEHOLDS, householdsOf } from './families.ts'
import { OFFICES, officesOf } from '../conversation/offices.ts'
import { answersIn } from '../conversation/words.ts'
import type { Conversation, Expected } from './conversation.ts'
import type { Played } from './play.ts'
import { otherThan, type Run } from './runs.ts'

const TELEGRAM_UNITS = 4096

/** What holds for every answer of every conversation. */
export function keepsItsPromises(played: Played, run: Run, ofItsOwn: readonly string[]): void {
  const own = [...OWN, ...ofItsOwn]
  const { turn, outcome, pages, said } = played
  const at = `${said} → ${pages.join(' ⏎ ')}`
  if (turn.expect?.silent === true) {
    expect(pages, at).toEqual([])
    return
  }
  expect(pages, at).not.toEqual([])
  for (const page of pages) {
    expect(page.trim(), at).not.toBe('')
    expect(page, at).not.toMatch(/\{\{|\}\}|undefined|null|\[object|(?:conversation|policy):/)
    expect(withoutOwn(page, own), at).not.toMatch(/\d{7}/)
    if (run.channel === 'telegram') expect(page.length, at).toBeLessThanOrEqual(TELEGRAM_UNITS)
    else expect(new SegmentedMessage(page).segmentsCount, at).toBeLessThanOrEqual(segmentsFor(played, run))
  }
  const language = answeredIn(turn.expect, run)
  expect(answersIn(outcome.replies).length, at).toBe(1)
  if (language === 'zh-CN') expect(pages.join('\n'), at).not.toMatch(/\p{Script=Tibetan}/u)
  if (language === 'bo') expect(foreignIn(pages.join('\n'), own), at).toEqual([])
}

/** What the conversation's author wrote of a turn. */
export function comesTo({ outcome, pages, trace, said }: Played, expected: Expected, run: Run): void {
  const text = pages.join('\n')
  const at = `${said} → ${text}\n${JSON.stringify(trace)}`
  if (expected.intent !== undefined) expect(outcome.heard.intent, at).toBe(expected.intent)
  if (expected.topic !== undefined) expect(outcome.heard.topic, at).toBe(expected.topic)
  if (expected.asks !== undefined) expect(trace.asks, at).toBe(expected.asks)
  for (const [person, outcomes] of Object.entries(expected.outcomes ?? {}))
    for (const [programme, determined] of Object.entries(outcomes))
      expect(
        trace.determined.find((one) => one.person === person && one.programme === programme)?.outcome,
        `${person} ${programme}: ${at}`,
      ).toBe(determined)
  for (const clause of expected.citations ?? []) expect(trace.clauses, at).toContain(clause)
  for (const part of expected.tells ?? []) expect(text, at).toContain(part)
  for (const part of expected.hides ?? []) expect(text, at).not.toContain(part)
  for (const key of expected.keys ?? [])
    for (const part of fixedParts(key, answeredIn(expected, run)))
      expect(text, `${key}: ${at}`).toContain(part)
  const places = (expected.inOrder ?? []).map((key) =>
    text.indexOf(fixedParts(key, answeredIn(expected, run))[0] ?? ''),
  )
  expect(places, at).not.toContain(-1)
  expect(places, at).toEqual(places.toSorted((one, other) => one - other))
}

function answeredIn(expected: Expected | undefined, { language }: Run): Language | null {
  if (expected?.answeredIn === 'both') return null
  return expected?.answeredIn === 'other' ? otherThan(language) : language
}

// An answer about several persons, or about all there is, may be as long as a household's.
function segmentsFor({ trace, outcome }: Played, { language }: Run): number {
  const limits = SMS_SEGMENTS[outcome.session.language ?? language]
  const persons = new Set(trace.determined.map(({ person }) => person)).size
  // An answer by the family's words and by the record is two in one.
  const isBothWays = outcome.session.otherwise !== null
  const isWide = persons > 1 || isBothWays || WIDE.has(outcome.heard.intent)
  return isWide ? limits.many : limits.one
}

const WIDE: ReadonlySet<string> = new Set(['ask-benefits', 'ask-routes', 'ask-status', 'help'])

/** Counties without a Tibetan name. */
const CHINESE_COUNTIES = COUNTIES.filter(({ nameBo }) => nameBo === null).map(({ name }) => name)

/** What an answer may take over as it stands: names, and an office's own words and telephones. */
const OWN: readonly string[] = [
  ...CHINESE_COUNTIES,
  ...Object.values(HOUSEHOLDS).flatMap((family) => wordsOfHouseholds(family)),
  ...Object.values(OFFICES).flatMap((offices) => wordsOfOffices([...offices.values()].flat())),
]

/** The same of one conversation's own family and offices. */
export function ownWords({ family, offices = 'none' }: Conversation): readonly string[] {
  return [
    ...wordsOfHouseholds(householdsOf(family)),
    ...wordsOfOffices([...officesOf(offices).values()].flat()),
  ]
}

function wordsOfHouseholds(households: readonly Household[]): readonly string[] {
  return households.flatMap(({ persons, ledger }) => [
    ...persons.map(({ name }) => name),
    ...ledger.flatMap(({ reason }) => reason ?? []),
  ])
}

function wordsOfOffices(offices: readonly Office[]): readonly string[] {
  return offices.flatMap(({ papers, place, telephone }) =>
    [papers?.['zh-CN'], place?.['zh-CN'], telephone].flatMap((words) => words ?? []),
  )
}

function withoutOwn(page: string, own: readonly string[]): string {
  const longestFirst = own.filter((word) => word !== '').toSorted((a, b) => b.length - a.length)
  return longestFirst
    .reduce((rest, word) => rest.replaceAll(word, ''), page)
    .replace(/[2-9A-Z]{5}-[2-9A-Z]{5}|[2-9A-Z]{6}/g, '')
}

// What is neither Tibetan, nor a name of the record or a county without a Tibetan one, nor a citation or a reference.
function foreignIn(text: string, own: readonly string[]): readonly string[] {
  const bare = withoutOwn(text, own).replace(
    /[一二三四五](?:\([一二三四五]\))?(?:·\d+(?:[–、, ]+\d+)*)?/gu,
    '',
  )
  return bare.match(/[\p{Script=Han}a-zA-Z]+/gu) ?? []
}

const TEXTS: Readonly<
  Record<Language, Readonly<Record<'conversation' | 'policy', Readonly<Record<string, string>>>>>
> = {
  'zh-CN': { conversation: zhConversation, policy: zhPolicy },
  bo: { conversation: boConversation, policy: boPolicy },
}

// What of a text stands around its placeholders.
function fixedParts(key: string, language: Language | null): readonly string[] {
  const [room, name] = key.includes(':') ? key.split(':') : ['conversation', key]
  const texts = (language === null ? (['zh-CN', 'bo'] as const) : [language]).map(
    (one) => TEXTS[one][room === 'policy' ? 'policy' : 'conversation'][name ?? ''],
  )
  return texts.flatMap((text) => {
    if (text === undefined) throw new Error(`no text ${key}`)
    return text
      .split(/\{\{\w+\}\}/)
      .filter((part) => part.trim().length > 2)
      .map((part) => part.trim())
  })
}
