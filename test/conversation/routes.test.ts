import { describe, expect, it } from 'vitest'
import { renderRest } from '../../src/conversation/rendering/render.ts'
import { type RouteCard, routeCard } from '../../src/conversation/routes/card.ts'
import { ROUTES } from '../../src/conversation/routes/table.ts'
import type { Channel } from '../../src/conversation/turn.ts'
import { LANGUAGES, type Language, textsIn } from '../../src/i18n/texts.ts'
import type { Stage } from '../../src/policy/facts.ts'
import { HOUSEHOLDS } from '../conversations/families.ts'
import { talkOf } from './talk.ts'
import { wordsOf } from './words.ts'

const ASKED = { 'zh-CN': '往后有什么路', bo: 'སློབ་ཐོན་རྗེས་འགྲོ་ལམ་གང་ཡོད' } as const

const STUDENTS = [
  { family: 'grade-nine', stage: 'junior', admits: false },
  { family: 'final-year', stage: 'senior', admits: true },
  { family: 'vocational', stage: 'secondary-vocational', admits: true },
  { family: 'college', stage: 'not-in-school', admits: false },
] as const satisfies readonly { family: keyof typeof HOUSEHOLDS; stage: Stage; admits: boolean }[]

const RUNS = STUDENTS.flatMap((student) => LANGUAGES.map((language) => ({ ...student, language })))

/** What is told over SMS, page by page. */
function pagesFor(family: keyof typeof HOUSEHOLDS, language: Language, channel: Channel): readonly string[] {
  const { replies, session } = talkOf(HOUSEHOLDS[family], { channel })(ASKED[language])
  const pages = [wordsOf(replies)]
  for (let rest = session.rest; rest !== null; ) {
    const page = renderRest(rest, language, channel)
    pages.push(page.text)
    rest = page.rest
  }
  return pages
}

/** What is drawn of it in a chat. */
function cardsFor(family: keyof typeof HOUSEHOLDS, language: Language): readonly RouteCard[] {
  const { replies } = talkOf(HOUSEHOLDS[family], { channel: 'telegram' })(ASKED[language])
  return replies.flatMap(({ picture }) => (picture === undefined ? [] : [routeCard(picture)]))
}

describe('the routes of a student', () => {
  it.each(RUNS)('of $family are all told, in order, in $language', ({ family, stage, language }) => {
    const texts = textsIn(language)
    const whole = pagesFor(family, language, 'telegram').join('\n')
    const places = (ROUTES[stage] ?? []).map(({ programme }) =>
      whole.indexOf(texts(`policy:programme.${programme}.name`)),
    )
    expect(places).not.toContain(-1)
    expect(places).toEqual(places.toSorted((one, other) => one - other))
  })

  it.each(RUNS)('of $family say no less over SMS, page by page, in $language', ({ family, language }) => {
    const [first = ''] = pagesFor(family, language, 'telegram')
    const sentences = (text: string) =>
      text
        .split(/[\n。]|། /u)
        .map((one) => one.trim())
        .filter(Boolean)
    const texts = textsIn(language)
    const between = [
      texts('conversation:routes.priority'),
      texts('conversation:more.hint', { more: texts('conversation:word.more') }),
      // What a way costs that is not open is told beside the picture alone, which shows it.
      ...cardsFor(family, language).flatMap(({ groups }) =>
        groups.flatMap(({ outcome, about }) => (outcome === 'eligible' ? [] : [about])),
      ),
    ]
    const told = between
      .reduce((rest, words) => rest.replaceAll(words, ''), pagesFor(family, language, 'sms').join('\n'))
      .replace(/\s/g, '')
    for (const sentence of sentences(first))
      if (!between.some((words) => words.includes(sentence)))
        expect(told).toContain(sentence.replace(/\s/g, ''))
  })

  it.each(RUNS)('of $family promise nobody a place, on the first page, in $language', (run) => {
    const [first = ''] = pagesFor(run.family, run.language, 'sms')
    const promise = textsIn(run.language)('conversation:routes.priority')
    expect(first.includes(promise)).toBe(run.admits)
  })

  it('tell what each costs and what decides it, and why one is closed', () => {
    const [training = ''] = pagesFor('college', 'zh-CN', 'telegram')
    expect(training).toContain('两后生免费职业教育：可以（二(四)·23）。不用交钱；看是不是建档立卡户。')
    expect(training).toContain('藏区“9+3”免费中职：现在不行（二(一)·6）。这一项只给藏区，宕昌县不是藏区。')
    expect(training).toContain('下一步：向宕昌县教育局问怎样办理。')
  })

  it('tell once what several have in common', () => {
    const [plans = ''] = pagesFor('final-year', 'zh-CN', 'telegram')
    expect(plans).toMatch(/^1–4\. 国家贫困地区专项计划、.+、农村学生专项计划：可以（二\(二\)·8）。/mu)
    expect(plans.match(/看成绩和名额/g)?.length).toBe(1)
  })
})

describe('the picture of a student’s routes', () => {
  it.each(RUNS)('of $family comes after the words, in $language', ({ family, stage, language }) => {
    const { replies } = talkOf(HOUSEHOLDS[family], { channel: 'telegram' })(ASKED[language])
    expect(replies.map(({ picture }) => picture?.stage)).toEqual([undefined, stage])
    expect(replies[1]?.picture?.ways.map(({ programme }) => programme)).toEqual(
      ROUTES[stage]?.map(({ programme }) => programme),
    )
    expect(replies[1]?.text.length).toBeLessThanOrEqual(1024)
  })

  it.each(RUNS)(
    'of $family shows nothing that is not said in words, in $language',
    ({ family, language }) => {
      const { replies } = talkOf(HOUSEHOLDS[family], { channel: 'telegram' })(ASKED[language])
      const said = replies[0]?.text ?? ''
      for (const { title, start, groups, notes } of cardsFor(family, language)) {
        const shown = groups.flatMap(({ state, about, ways }) => [
          state,
          about,
          ...ways.map(({ name }) => name),
        ])
        for (const words of [title, start, ...shown, ...notes]) expect(said).toContain(words)
      }
    },
  )

  it.each(RUNS)('of $family bears nobody’s name, in $language', ({ family, language }) => {
    const { replies } = talkOf(HOUSEHOLDS[family], { channel: 'telegram' })(ASKED[language])
    const names = HOUSEHOLDS[family].flatMap(({ persons }) => persons.map(({ name }) => name))
    const drawn = replies.flatMap(({ picture }) =>
      picture === undefined ? [] : [JSON.stringify([picture, routeCard(picture)])],
    )
    expect(drawn.length).toBe(1)
    for (const name of names) expect(drawn.join()).not.toContain(name)
  })

  it.each(RUNS)('of $family is none over SMS, in $language', ({ family, language }) => {
    const { replies } = talkOf(HOUSEHOLDS[family], { channel: 'sms' })(ASKED[language])
    expect(replies).toEqual([{ text: expect.any(String) as string }])
  })

  it('waits until nothing is asked any more', () => {
    const talk = talkOf([], { channel: 'telegram' })
    expect(talk('初三毕业了有什么路').replies.some(({ picture }) => picture !== undefined)).toBe(false)
  })
})
