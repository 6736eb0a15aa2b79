import Papa from 'papaparse'
import { safeCell } from './safe-cell.ts'

/** Spreadsheet programs read UTF-8 only behind its mark. */
const MARK = '\uFEFF'

/** A table as a CSV file of UTF-8 in which no text is a formula. */
export function csvBytes(table: readonly (readonly (string | number)[])[]): Uint8Array {
  const cells = table.map((line) => line.map((cell) => (typeof cell === 'string' ? safeCell(cell) : cell)))
  return new TextEncoder().encode(`${MARK}${Papa.unparse(cells)}\r\n`)
}
