import { readAge } from './age.ts'
import { readNumber } from './numbers.ts'
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

/** The birth date that a sentence tells in passing: 2019年5月生的, 娃是一九年的, 出生于2017.9.1; null where it tells none. */
export function readBorn(text: string, language: Language | null): string | null {
  if (!BIRTH.test(text)) return null
  if (language === 'bo') return readTibetanDate(text) ?? readDate(TIBETAN_YEAR.exec(text)?.[1] ?? '', PIVOT)
  const [told] = [BORN_IN, IN_BORN, CHILD_OF].flatMap((words) => words.exec(text)?.[1] ?? [])
  return told === undefined ? null : readDate(told, PIVOT)
}

// Nearly all messages tell nothing of the kind.
const BIRTH = /生|年的|སྐྱེས/u

// 38年 is 2038 and 40年 is 1940, whatever the day: of so short a year no pupil of today is meant otherwise.
const PIVOT = '2039-12-31'

const DAY = `${NUMERAL}{2,4}年(?:份)?(?:${NUMERAL}{1,3}月(?:份)?(?:${NUMERAL}{1,3}[日号]?)?)?|(?:19|20)\\d{2}[-./]\\d{1,2}(?:[-./]\\d{1,2})?`
const CHILD = '(?:娃娃?|孩子?|儿子|女儿|姑娘|丫头|女子|孙子|孙女|老[大二三四小]|[大小尕]的)'
const BORN_IN = new RegExp(`(?:出生|生于|生日)(?:日期|年月|时间)?(?:是|在|于|为|:|：)*(${DAY})`, 'u')
const IN_BORN = new RegExp(`(${DAY})(?:的?生(?!源)|出生|生人)`, 'u')
const CHILD_OF = new RegExp(`${CHILD}(?:是|属于)?(${DAY})的(?=$|[，,。\\s上念读今]|人)`, 'u')
const TIBETAN_YEAR = /((?:19|20)\d{2})[་\s]*ལོ(?:ར|འི)?་?(?:ལ་)?སྐྱེས/u

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
