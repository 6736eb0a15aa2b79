import type { ColumnId, Columns } from './columns.ts'
import type { Row } from './reading/rows.ts'
import type { Rejection, RejectionReason } from './reasons.ts'
import { cellText, hasLostDigits } from './values/cell.ts'
import { readCounty } from './values/county.ts'
import { readIdNumber } from './values/id-number.ts'
import type { Sex } from './household.ts'
import type { Day } from '../policy/facts.ts'
import { type Area, isWithin } from '../staff/area.ts'

/** A row that says whose it is. */
export type Member = {
  readonly line: number
  readonly cells: readonly string[]
  readonly householdNumber: string
  readonly personNumber: string
  readonly name: string
  readonly county: string
  readonly idNumber: IdentityOfNumber | null
}

type IdentityOfNumber = { readonly number: string; readonly sex: Sex; readonly birthDate: Day | null }

/** `householdNumber` and `personNumber` are there as far as the rejected row says them. */
export type ReadMember =
  | { readonly ok: true; readonly member: Member }
  | {
      readonly ok: false
      readonly rejection: Rejection
      readonly householdNumber: string
      readonly personNumber: string
    }

/** The text of one column's cell; empty where the file has no such column. */
export type CellOf = (cells: readonly string[], id: ColumnId) => string

/** Reads cells by what their column means. */
export function cellReader(columns: Columns): CellOf {
  return (cells, id) => {
    const at = columns.at.get(id)
    return at === undefined ? '' : cellText(cells[at])
  }
}

/** Says of a row why it is not taken, with what stands in the column that is at fault. */
export function rejecter(columns: Columns) {
  return ({ line, cells }: Row, column: ColumnId, reason: RejectionReason): Rejection => {
    return { line, column, reason, value: cells[columns.at.get(column) ?? -1] ?? '', row: cells }
  }
}

/** Reads what a row needs to be taken at all, within an area if one is given; the first fault rejects it. */
export function memberReader(columns: Columns, area: Area | null = null): (row: Row) => ReadMember {
  const cell = cellReader(columns)
  const rejection = rejecter(columns)
  // Made once, not for every row: files have a million.
  const reject = (row: Row, numbers: Numbers, column: ColumnId, reason: RejectionReason) =>
    ({ ok: false, rejection: rejection(row, column, reason), ...numbers }) as const
  return (row) => {
    const { line, cells } = row
    const householdNumber = cell(cells, 'householdNumber')
    const personNumber = cell(cells, 'personNumber')
    const said = { householdNumber, personNumber }
    if (householdNumber === '') return reject(row, said, 'householdNumber', 'household-number-missing')
    if (hasLostDigits(householdNumber))
      return reject(row, said, 'householdNumber', 'household-number-digits-lost')
    if (personNumber === '') return reject(row, said, 'personNumber', 'person-number-missing')
    if (hasLostDigits(personNumber)) return reject(row, said, 'personNumber', 'person-number-digits-lost')
    const name = cell(cells, 'name')
    if (name === '') return reject(row, said, 'name', 'name-missing')
    const county = readCounty(cell(cells, 'county'))
    if (county === null) return reject(row, said, 'county', 'county-unknown')
    if (area !== null && !isWithin(area, { county, township: cell(cells, 'township') }))
      return reject(row, said, area.code === county ? 'township' : 'county', 'outside-area')
    const idText = cell(cells, 'idNumber')
    const idNumber = idText === '' ? null : readIdNumber(idText)
    if (idNumber?.ok === false) return reject(row, said, 'idNumber', idNumber.reason)
    return { ok: true, member: { line, cells, householdNumber, personNumber, name, county, idNumber } }
  }
}

type Numbers = { readonly householdNumber: string; readonly personNumber: string }
