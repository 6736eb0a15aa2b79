import { remembering } from './cell.ts'

/** The first school year of the plan, and the last that a file may name. */
const FIRST = 2015
const LAST = 2099

const YEAR = /^(\d{4})(?:学年度?|年度?)?$/
const YEARS =
  /^(\d{4})年?(?:[-–—~/至到])(\d{4}|\d{2})(?:学年度?|年度?)?(?:第?[一二12上下]学?期|[春秋]季?(?:学期)?)?$/
const TERM = /^(\d{4})年?([春秋])季?(?:学期|学年)?$/

/** The year a school year began in: 2026, 2026-2027 and 2026年秋季 are 2026, and so is 2027年春季; null for what names none. */
export const readSchoolYear = remembering((text): number | null => {
  const bare = text.replace(/\s+/g, '')
  const year = yearOf(bare)
  return year !== null && year >= FIRST && year <= LAST ? year : null
})

function yearOf(bare: string): number | null {
  const [, single] = YEAR.exec(bare) ?? []
  if (single !== undefined) return Number(single)
  const [, from, to] = YEARS.exec(bare) ?? []
  if (from !== undefined && to !== undefined)
    return (Number(from) + 1) % 100 === Number(to) % 100 &&
      (to.length === 2 || Number(to) === Number(from) + 1)
      ? Number(from)
      : null
  const [, of, term] = TERM.exec(bare) ?? []
  if (of === undefined) return null
  return term === '秋' ? Number(of) : Number(of) - 1
}
