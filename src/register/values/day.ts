import type { Day } from '../../policy/facts.ts'

/** A day that the calendar has. */
export function isDay(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (parts === null) return false
  return hasDay(Number(parts[1]), Number(parts[2]), Number(parts[3]))
}

/** A day that the calendar has, of people who may be alive. */
export function hasDay(year: number, month: number, day: number): boolean {
  return year >= 1850 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)
}

/** A year as offices write it: 2018, 2018年度, 2018-12, 2018/12/31, 2018.0; null for what names none. */
export function readYear(text: string): number | null {
  const day = readDay(text.replace(/年度$/, '年').replace(/^(\d{4})\.0+$/, '$1'))
  return day === null ? null : Number(day.slice(0, 4))
}

/**
 * The first day that a year, a month or a day names: 2016 is 2016-01-01, 2016年5月 is 2016-05-01. A spreadsheet's own number
 * of a day, such as 43830, is that day.
 */
export function readDay(text: string): Day | null {
  if (SERIAL.test(text)) return dayOfSerial(Number(text))
  const parts = SEPARATED.exec(text) ?? DIGITS.exec(text)
  if (parts === null) return null
  const day = [parts[1], (parts[2] ?? '1').padStart(2, '0'), (parts[3] ?? '1').padStart(2, '0')].join('-')
  return isDay(day) ? day : null
}

/** A day told in full, as 2026-09-05, 2026/9/5, 2026年9月5日 or 20260905; null for a month or a year alone. */
export function readFullDay(text: string): Day | null {
  const parts = SEPARATED.exec(text) ?? DIGITS.exec(text)
  return parts?.[3] === undefined ? null : readDay(text)
}

const SEPARATED = /^((?:19|20)\d{2})(?:年|[-/.年](\d{1,2})(?:月|[-/.月](\d{1,2})日?)?(?:[ T].*)?)$/
const DIGITS = /^((?:19|20)\d{2})(\d{2})?(\d{2})?$/
// Five digits from 1982 to 2064: of a cell of a day that was left without the format of one.
const SERIAL = /^[345]\d{4}$/
const DAY_MS = 24 * 3600 * 1000

function dayOfSerial(serial: number): Day {
  return new Date(Date.UTC(1899, 11, 30) + serial * DAY_MS).toISOString().slice(0, 10)
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}
