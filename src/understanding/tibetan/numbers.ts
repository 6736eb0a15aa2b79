import { normaliseTibetan } from './normalise.ts'
import { numeralAt } from './numerals.ts'

/**
 * The number a whole text is, in Tibetan or ASCII digits or in words, cardinal or ordinal, with "about" or "people" or a
 * copula at most; null where it is anything else.
 */
export function readTibetanNumber(text: string): number | null {
  if (text === '') return null
  const normal = normaliseTibetan(text).replace(BEFORE_NUMBER, '').replace(AFTER_NUMBER, '')
  return wholeNumber(wordsOf(normal)) ?? wholeNumber(wordsOf(normal.replace(ORDINAL, '')))
}

/** The age a sentence names, in full years: ལོ་ལྔ, ལོ་ 5, 5 ལོ, བཅོ་ལྔ་ལོན; null where it names none. A school year (ལོ་རིམ) or "a year" is no age. */
export function readTibetanAge(text: string): number | null {
  const words = wordsOf(normaliseTibetan(text))
  for (const [at, word] of words.entries()) {
    const told = at > 0 && YEAR.test(words[at - 1] ?? '') ? null : numeralAt(words, at)
    if (told !== null && words[told.next] === 'ལོན' && isAge(told.value)) return told.value
    if (!YEAR.test(word) || NO_AGE_AFTER.has(words[at + 1] ?? '')) continue
    const after = numeralAt(words, at + 1)
    if (after !== null && isAge(after.value) && !NOT_AN_AGE.has(words[after.next] ?? '')) return after.value
    const before = /^\d{1,2}$/.test(words[at - 1] ?? '') ? Number(words[at - 1]) : null
    if (before !== null && isAge(before) && !/^(?:ལོའི|ལོར)$/u.test(word)) return before
  }
  return null
}

/** The day a text names, as an ISO date: 2012ལོའི་ཟླ་བ་གསུམ་པའི་ཚེས་ལྔ, ༢༠༡༢/༣/༥, 20120305; null where none or no such day. */
export function readTibetanDate(text: string): string | null {
  const normal = normaliseTibetan(text)
  const digits = /(?<!\d)(\d{4})(?:[-/.,年 ]+(\d{1,2})[-/.,月 ]+(\d{1,2})|(\d{2})(\d{2}))(?!\d)/u.exec(normal)
  if (digits !== null)
    return day(Number(digits[1]), Number(digits[2] ?? digits[4]), Number(digits[3] ?? digits[5]))
  const words = wordsOf(normal)
  const year = words.find((word) => /^(?:19|20)\d\d$/.test(word))
  const month = numberAfter(words, /^ཟླ$/u)
  const date = numberAfter(words, /^ཚེས$/u)
  const spoken = year === undefined ? numberBefore(words, /^ལོ(?:འི|ར)?$/u) : Number(year)
  return spoken === null || month === null || date === null ? null : day(spoken, month, date)
}

const ORDINAL = /(?<=.)(?:་? ?པ)(?:ོ|་ཡིན|་རེད)?$/u
const BEFORE_NUMBER = /^(?:(?:ཧ་ལམ|མི|མི་གྲངས|མི་འབོར|ཕལ་ཆེར|ཨང|ཨང་གྲངས|གྲངས)[་ ])+/u
const AFTER_NUMBER = /(?<=[^་ ])(?:[་ ](?:ཙམ|ཙམ་ཞིག|ལྷག|ལྷག་ཙམ|མི|ཡོད|རེད|ཡིན|ལགས|འདུག|ཚང|ཁྱིམ|དེ|ཡོད་རེད|ཡོད་པ་རེད|ལོན))+$/u
const YEAR = /^ལོ(?:འི|ར)?$/u
const NO_AGE_AFTER = new Set(['རིམ', 'རེ', 'ལྟར', 'ངོ'])
const NOT_AN_AGE = new Set(['ལ', 'རེར', 'ནང', 'གཅིག', 'རིང', 'གྱི'])

function wholeNumber(words: readonly string[]): number | null {
  const read = numeralAt(words, 0)
  return read !== null && read.next === words.length ? read.value : null
}

function isAge(value: number): boolean {
  return value > 0 && value < 100
}

// Each syllable, each run of digits.
function wordsOf(normal: string): string[] {
  return normal.split(/[་ ]+/u).filter((word) => word !== '')
}

function numberAfter(words: readonly string[], marker: RegExp): number | null {
  const at = words.findIndex((word) => marker.test(word))
  if (at < 0) return null
  return numeralAt(words, words[at + 1] === 'བ' ? at + 2 : at + 1)?.value ?? null
}

function numberBefore(words: readonly string[], marker: RegExp): number | null {
  const end = words.findIndex((word) => marker.test(word))
  for (let from = 0; from < end; from++) {
    const read = numeralAt(words, from)
    if (read?.next === end) return read.value
  }
  return null
}

function day(year: number, month: number, date: number): string | null {
  const instant = new Date(Date.UTC(year, month - 1, date))
  if (year < 1900 || year > 2100 || instant.getUTCMonth() !== month - 1 || instant.getUTCDate() !== date)
    return null
  return instant.toISOString().slice(0, 10)
}
