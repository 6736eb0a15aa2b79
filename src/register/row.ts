import type { ColumnId, Columns } from './columns.ts'
import type { Row } from './reading/rows.ts'
import type { Rejection, RejectionReason } from './reasons.ts'
import { cellText, hasLostDigits } from './values/cell.ts'
import { readCounty } from './values/county.ts'
import { readIdNumber } from './values/id-number.ts'
import type { Sex } from './household.ts'
import type { Day } from '../policy/facts.ts'

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

/** Reads what a row needs to be taken at all; the first fault rejects it. */
export function memberReader(columns: Columns): (row: Row) => ReadMember {
  const cell = cellReader(columns)
  return ({ line, cells }) => {
    const householdNumber = cell(cells, 'householdNumber')
    const personNumber = cell(cells, 'personNumber')
    const name = cell(cells, 'name')
    const reject = (column: ColumnId, reason: RejectionReason): ReadMember => {
      const at = columns.at.get(column)
      const value = at === undefined ? '' : (cells[at] ?? '')
      return {
        ok: false,
        rejection: { line, column, reason, value, row: cells },
        householdNumber,
        personNumber,
      }
    }
    if (householdNumber === '') return reject('householdNumber', 'household-number-missing')
    if (hasLostDigits(householdNumber)) return reject('householdNumber', 'household-number-digits-lost')
    if (personNumber === '') return reject('personNumber', 'person-number-missing')
    if (hasLostDigits(personNumber)) return reject('personNumber', 'person-number-digits-lost')
    if (name === '') return reject('name', 'name-missing')
    const county = readCounty(cell(cells, 'county'))
    if (county === null) return reject('county', 'county-unknown')
    const idText = cell(cells, 'idNumber')
    if (idText === '')
      return {
        ok: true,
        member: { line, cells, householdNumber, personNumber, name, county, idNumber: null },
      }
    const id = readIdNumber(idText)
    if (!id.ok) return reject('idNumber', id.reason)
    return { ok: true, member: { line, cells, householdNumber, personNumber, name, county, idNumber: id } }
  }
}
