import { createWriteStream, writeFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as NodeReadableStream } from 'node:stream/web'
import { writeXlsxStream } from 'hucre/xlsx'
import Papa from 'papaparse'
import type { Sentence } from '../../labelling/sentence.ts'
import { COLUMNS, type Column, SHEET, sheetOf } from '../../labelling/sheet.ts'
import { columnMatcher } from '../../register/columns.ts'
import type { Row } from '../../register/reading/rows.ts'
import { openTable } from '../../register/reading/table.ts'
import { safeCell } from '../../spreadsheet/safe-cell.ts'
import { fileSource } from '../file-source.ts'
import { UNREADABLE } from '../unreadable.ts'

/** A sheet as it was read: its rows, and where each column stands. */
export type SheetFile = { readonly rows: readonly Row[]; readonly at: ReadonlyMap<Column, number> }

/** Writes the sheet as XLSX, CSV or tab-separated text, as the file's name says; readable by its owner alone. */
export async function writeSheet(file: string, sentences: readonly Sentence[]): Promise<void> {
  const lines = sheetOf(sentences).map((cells) => [...cells])
  if (file.endsWith('.xlsx')) {
    const stream = writeXlsxStream(lines, { name: '标注' })
    const out = createWriteStream(file, { mode: 0o600 })
    await pipeline(Readable.fromWeb(stream as NodeReadableStream), out)
    return
  }
  const delimiter = file.endsWith('.csv') ? ',' : '\t'
  const text = Papa.unparse(
    lines.map((cells) => cells.map(safeCell)),
    { delimiter },
  )
  writeFileSync(file, `\uFEFF${text}\r\n`, { mode: 0o600 })
}

/** Reads such a file; a text tells why it cannot be read. */
export async function readSheetFile(file: string): Promise<SheetFile | string> {
  const source = await fileSource(file).catch(() => null)
  if (source === null) return 'the file cannot be opened'
  const table = await openTable(
    source,
    columnMatcher<Column>(SHEET, () => COLUMNS),
  )
  if (!table.ok && table.fault === 'no-header')
    return `columns not there: ${table.columns.missing.map((column) => SHEET[column][0]).join(', ')}`
  if (!table.ok) return UNREADABLE[table.fault]
  const rows: Row[] = []
  for await (const some of table.rows) rows.push(...some)
  return { rows, at: table.columns.at }
}
