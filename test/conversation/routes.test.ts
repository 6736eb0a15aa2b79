import { describe, expect, it } from 'vitest'
import { renderRest } from '../../src/conversation/render.ts'
import { ROUTES } from '../../src/conversation/route-table.ts'
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
