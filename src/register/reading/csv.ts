import Papa from 'papaparse'
import { plainRow } from './plain-row.ts'
import type { Row, Rows } from './rows.ts'

type Parsed = { readonly data: readonly (readonly string[])[]; readonly meta: { readonly cursor: number } }

/** Rows of delimited text, streaming: a record that a piece cuts is kept for the next. Blank rows are passed over. */
export async function* csvRows(text: AsyncIterable<string>): Rows {
  let line = 1
  let rest = ''
  let format: { readonly delimiter: string; readonly newline: '\n' | '\r' } | null = null
  for await (const piece of text) {
    rest += piece
    if (format === null && !/[\r\n]/.test(rest.slice(0, -1))) continue
    format ??= formatOf(rest)
    const { data, meta } = parse(rest, format, true)
    const hasQuotes = rest.includes('"')
    const hasApostrophes = rest.includes("'")
    rest = rest.slice(meta.cursor)
    const rows: Row[] = []
    for (const cells of data) line = take(rows, cells, line, hasQuotes)
    if (rows.length > 0) yield hasApostrophes ? rows.map(plainRow) : rows
  }
  if (rest === '') return
  const rows: Row[] = []
  for (const cells of parse(rest, format ?? formatOf(rest), false).data) line = take(rows, cells, line, true)
  if (rows.length > 0) yield rows.map(plainRow)
}

// Papa's own streaming wants Node's streams or a browser's; its low-level parser says where the last whole record ended.
function parse(text: string, format: { delimiter: string; newline: '\n' | '\r' }, cut: boolean): Parsed {
  const parser = new Papa.Parser({ delimiter: format.delimiter, newline: format.newline })
  return parser.parse(text, 0, cut) as Parsed
}

function take(rows: Row[], cells: readonly string[], line: number, mayHoldNewlines: boolean): number {
  const last = cells.length - 1
  const end = cells[last]
  const trimmed = end?.endsWith('\r') === true ? [...cells.slice(0, last), end.slice(0, -1)] : cells
  // Spreadsheets write lines of commas alone below their last row.
  if (trimmed.some((cell) => cell.trim() !== '')) rows.push({ line, cells: trimmed })
  return line + 1 + (mayHoldNewlines ? newlinesWithin(cells) : 0)
}

function newlinesWithin(cells: readonly string[]): number {
  let count = 0
  for (const cell of cells) {
    for (let at = cell.indexOf('\n'); at !== -1; at = cell.indexOf('\n', at + 1)) count++
  }
  return count
}

function formatOf(start: string): { delimiter: string; newline: '\n' | '\r' } {
  const newline = start.includes('\n') ? '\n' : start.includes('\r') ? '\r' : '\n'
  const header = start.split(newline, 20).join('\n')
  const count = (delimiter: string) => header.split(delimiter).length
  const delimiter = [',', '\t', ';'].reduce((best, next) => (count(next) > count(best) ? next : best))
  return { delimiter, newline }
}
