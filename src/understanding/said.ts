import { readAge } from './age.ts'
import { readBorn } from './birth-date.ts'
import { notLastYear } from './earlier-years.ts'
import { readChildrenCount } from './numbers.ts'
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
  const born = readBorn(text, language)
  const lasting = (years.includes(true) && !isOfLaterYear(text)) || /应届|毕业班/.test(text)
  return {
    ...(merged?.completed !== undefined && TO_GRADUATE.test(text) ? unfinished(merged) : merged),
    ...(lasting ? { finalYear: true } : {}),
    ...(age === null ? {} : { age }),
    ...(born === null ? {} : { born }),
    ...(childrenCount === null ? {} : { childrenCount }),
    ...(leans(reading, text) ? { followUp: true } : {}),
    ...(reading.marks.has('topic') ? { topicNamed: true } : {}),
    ...(isOfOther(reading) ? { otherBusiness: true } : {}),
  }
}

// 明年初三毕业: nothing is finished yet.
const TO_GRADUATE = /(?:明年|后年|马上|快要?|就要|将要?|下半年)[^，,。\s]{0,4}(?:毕业|[念读上]完)/u

// 高二，后年高考: the examination is that of a later year.
function isOfLaterYear(text: string): boolean {
  return LATER.test(text) || (notLastYear(text) && !LAST_YEARS.test(text))
}

const LATER = /后年[^，,。\s]{0,4}[中高]考/u
const LAST_YEARS = /[初高]三|[六九]年级/u

function unfinished(said: Said): Said {
  const { completed: _, ...rest } = said
  return rest
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
