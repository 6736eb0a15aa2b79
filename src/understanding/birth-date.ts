import { readAge, readNumber } from './numbers.ts'
import { readTibetanAge, readTibetanDate } from './tibetan/numbers.ts'
import type { Language } from './types.ts'

const NUMERAL = '[0-9零〇一二两三四五六七八九十]'
const WORDS = new RegExp(
  `(${NUMERAL}{2,4})年(?:份)?(?:(${NUMERAL}{1,3})月(?:份)?(?:(${NUMERAL}{1,3})[日号]?)?)?`,
  'u',
)
const FIGURES = /(?<!\d)((?:19|20)\d{2})[-./\s](\d{1,2})(?:[-./\s](\d{1,2}))?(?!\d)/
const RUN = /(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})?(?!\d)/
const YEAR = /^((?:19|20)\d{2})$/

/** A birth date said as a date (a missing month or day is taken as the first) or as an age on `today`; null for neither, or a day to come. */
export function readBirthDate(text: string, language: Language | null, today: string): string | null {
  const date = (language === 'bo' ? readTibetanDate(text) : null) ?? readDate(text, today)
  if (date !== null) return date <= today ? date : null
  const age = (language === 'bo' ? readTibetanAge(text) : readAge(text)) ?? bareAge(text)
  return age === null
    ? null
    : `${Number(today.slice(0, 4)) - age}${today.slice(4)}`.replace(/02-29$/, '02-28')
}

function readDate(text: string, today: string): string | null {
  const [, year, month, day] =
    WORDS.exec(text) ?? FIGURES.exec(text) ?? RUN.exec(text) ?? YEAR.exec(text) ?? []
  const full = fullYear(readNumber(year ?? ''), today)
  if (full === null) return null
  const date = `${full}-${two(readNumber(month ?? '1'))}-${two(readNumber(day ?? '1'))}`
  return isDay(date) ? date : null
}

/** 19年 is 2019; 98年 is 1998. */
function fullYear(year: number | null, today: string): number | null {
  if (year === null || (year > 99 && year < 1900)) return null
  if (year > 99) return year
  const century = Math.floor(Number(today.slice(0, 4)) / 100) * 100
  return century + year <= Number(today.slice(0, 4)) ? century + year : century - 100 + year
}

/** A bare small number answers "how old" as well as "born when". */
function bareAge(text: string): number | null {
  const age = readNumber(text.replace(/[。.!]+$/u, ''))
  return age !== null && age > 0 && age < 100 ? age : null
}

function two(part: number | null): string {
  return String(part ?? 0).padStart(2, '0')
}

function isDay(date: string): boolean {
  const day = new Date(`${date}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(date)
}
