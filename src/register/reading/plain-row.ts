import { isGuarded, plainCell } from '../../spreadsheet/safe-cell.ts'
import type { Row } from './rows.ts'

/** A file of rejected rows comes back mended, its cells still guarded against being taken for formulas. */
export function plainRow(row: Row): Row {
  return row.cells.some(isGuarded) ? { ...row, cells: row.cells.map(plainCell) } : row
}
