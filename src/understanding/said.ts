import { readAge, readChildrenCount } from './numbers.ts'
import type { Reading } from './reading.ts'
import { readTibetanAge } from './tibetan/numbers.ts'
import type { Language, Said } from './types.ts'

/** What else a message says: facts of the person, and how it leans on the talk before. */
export function saidIn(text: string, reading: Reading, language: Language | null): Said {
  const [only, ...others] = reading.said
  const merged = others.length === 0 ? only : reading.said.reduce<Said>(merge, {})
  const years = reading.stages.flatMap((found) => found.values.map(({ finalYear }) => finalYear))
  const age = language === 'bo' ? (A_YEAR.test(text) ? readTibetanAge(text) : null) : readAge(text)
  const childrenCount = language === 'zh-CN' ? readChildrenCount(text) : null
  const lasting = years.includes(true) || /应届|毕业班/.test(text)
  return {
    ...merged,
    ...(lasting ? { finalYear: true } : {}),
    ...(age === null ? {} : { age }),
    ...(childrenCount === null ? {} : { childrenCount }),
    ...(leans(reading, text) ? { followUp: true } : {}),
    ...(reading.marks.has('topic') ? { topicNamed: true } : {}),
    ...(isOfOther(reading) ? { otherBusiness: true } : {}),
  }
}

// In words of an age, and in few others.
const A_YEAR = /ལོ/u

/** Later words count over earlier ones; of the person, what was said first stays, and the rest adds to it. */
function merge(before: Said, said: Said): Said {
  const person = { ...said.person, ...before.person }
  return { ...before, ...said, ...(Object.keys(person).length === 0 ? {} : { person }) }
}

// Names that begin so hold words of other business.
function isOfOther({ marks }: Reading): boolean {
  return !marks.has('topic') && [...marks].some((mark) => mark.startsWith('out-'))
}

// 那老二呢, 那高中呢, 还有我儿子呢; and bare questions, which need something to be about.
const LEANING = /^(?:嗯|呃)?(?:那|还有|另外).{0,14}[呢吗嘛]?[?。]?$|^.{1,7}呢[?。]?$/u
const BARE = new Set(['how', 'why', 'apply', 'where', 'when', 'materials'])

function leans({ marks, canonical }: Reading, text: string): boolean {
  if (LEANING.test(text)) return true
  const named = marks.has('topic') || marks.has('stage') || marks.has('benefit')
  return !named && canonical.length <= 8 && [...BARE].some((mark) => marks.has(mark)) && !marks.has('child')
}
