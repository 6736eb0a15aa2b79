import { type StreamRow, streamXlsxRows } from 'hucre/xlsx'
import { plainRow } from './plain-row.ts'
import { type Row, type Rows, UnreadableError } from './rows.ts'

const AT_ONCE = 500

/** Rows of one sheet of a workbook, by its place. Blank rows are passed over; numbers and dates are told as an office would type them. */
export async function* xlsxRows(bytes: Uint8Array, place: number): Rows {
  let rows: Row[] = []
  const sheet = streamXlsxRows(bytes, { sheet: place })
  for (let row = await nextOf(sheet); row !== null; row = await nextOf(sheet)) {
    const cells = row.values.map(cellWords)
    if (cells.every((cell) => cell.trim() === '')) continue
    rows.push(plainRow({ line: row.index + 1, cells }))
    if (rows.length < AT_ONCE) continue
    yield rows
    rows = []
  }
  if (rows.length > 0) yield rows
}

async function nextOf(sheet: ReturnType<typeof streamXlsxRows>): Promise<StreamRow | null> {
  try {
    const next = await sheet.next()
    return next.done === true ? null : next.value
  } catch {
    throw new UnreadableError('broken-spreadsheet')
  }
}

// A number beyond 2^53 has lost digits in the file itself; told with its exponent, the columns refuse it.
function cellWords(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number')
    return Math.abs(value) > Number.MAX_SAFE_INTEGER ? value.toExponential() : String(value)
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  if (typeof value === 'boolean') return value ? '是' : '否'
  return ''
}
