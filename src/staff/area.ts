/**
 * The part of the province a member of staff works in: the province (62), a prefecture (its four digits), a county (six),
 * or one township of a county, by its name as the register writes it.
 */
export type Area = { readonly code: string; readonly township: string | null }

/** Where a household, a case or an office stands; a township may be unknown. */
export type Place = { readonly county: string | null; readonly township?: string | null }

/** All of Gansu. */
export const PROVINCE: Area = { code: '62', township: null }

const CODE = /^62(\d{2}(\d{2})?)?$/

/** An area by its code and township; null where the code is none of Gansu's, or a township stands without a county. */
export function areaOf(code: string, township: string | null): Area | null {
  if (!CODE.test(code)) return null
  return township !== null && code.length < 6 ? null : { code, township }
}

/** Whether something that stands there is within the area. What stands nowhere, or beyond Gansu, is the province's. */
export function isWithin(area: Area, { county, township = null }: Place): boolean {
  if (area.code === PROVINCE.code) return true
  if (county === null) return false
  return county.startsWith(area.code) && (area.township === null || area.township === township)
}

/** Whether all of one area lies within the other. */
export function contains(outer: Area, inner: Area): boolean {
  return inner.code.startsWith(outer.code) && (outer.township === null || outer.township === inner.township)
}

/** The same as a condition in SQL over two columns, with its two values: the first bound is `?at`. */
export function areaCondition(
  { code, township }: Area,
  columns: { readonly county: string; readonly township: string | null },
  at: number,
): { readonly sql: string; readonly params: readonly [string, string | null] } {
  const params = [code, township] as const
  if (code === PROVINCE.code) return { sql: `(?${at} is not null and ?${at + 1} is null)`, params }
  // A township's own staff see nothing of a table that knows none.
  const inTownship =
    columns.township === null
      ? `?${at + 1} is null`
      : `(?${at + 1} is null or ${columns.township} = ?${at + 1})`
  // By range, so that an index on the county serves.
  return {
    sql: `(${columns.county} >= ?${at} and ${columns.county} < ?${at} || ':' and ${inTownship})`,
    params,
  }
}
