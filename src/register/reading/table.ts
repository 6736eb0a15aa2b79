import type { Columns, MatchColumns } from '../columns.ts'
import { csvRows } from './csv.ts'
import { decodeText } from './decode.ts'
import { type Row, type Rows, type Source, type Unreadable, UnreadableError } from './rows.ts'
import { sheetsOf } from './sheets.ts'
import { xlsxRows } from './xlsx.ts'

/** A file read as far as its header row; `rows` are those after it. */
export type Table<Id extends string> =
  | {
      readonly ok: true
      readonly columns: Columns<Id>
      readonly header: readonly string[]
      readonly rows: Rows
    }
  | { readonly ok: false; readonly fault: Unreadable }
  | {
      readonly ok: false
      readonly fault: 'no-header'
      readonly columns: Columns<Id>
      /** The row in which most columns were known. */
      readonly header: readonly string[]
    }

/** Titles and notes stand above some exports' headers. */
const HEADER_WITHIN = 20

/** Opens a CSV or XLSX file, told apart by its first bytes, and finds the header row by the names in it. */
export async function openTable<Id extends string>(
  source: Source,
  match: MatchColumns<Id>,
): Promise<Table<Id>> {
  const opened = await openRows(source)
  if (typeof opened === 'string') return { ok: false, fault: opened }
  return 'workbook' in opened ? openWorkbook(opened.workbook, match) : openUnder(opened.rows, match)
}

// Notes and lists of codes stand on sheets of their own. Where two hold rows, which is meant only the office knows.
async function openWorkbook<Id extends string>(
  bytes: Uint8Array,
  match: MatchColumns<Id>,
): Promise<Table<Id>> {
  const open = (place: number) => openUnder(xlsxRows(bytes, place), match)
  const [first = 0, ...others] = sheetsOf(bytes)
  if (others.length === 0) return open(first)
  const filled: number[] = []
  for (const place of [first, ...others]) if (await isFilled(await open(place))) filled.push(place)
  return filled.length > 1 ? { ok: false, fault: 'several-sheets' } : open(filled[0] ?? first)
}

async function isFilled<Id extends string>(table: Table<Id>): Promise<boolean> {
  if (!table.ok) return false
  for await (const piece of table.rows) if (piece.length > 0) return true
  return false
}

async function openUnder<Id extends string>(opened: Rows, match: MatchColumns<Id>): Promise<Table<Id>> {
  const rows = opened[Symbol.asyncIterator]()
  const found = await findHeader(rows, match)
  if (!found.ok) await rows.return?.()
  return found
}

async function findHeader<Id extends string>(
  rows: AsyncIterator<readonly Row[]>,
  match: MatchColumns<Id>,
): Promise<Table<Id>> {
  let best: { readonly columns: Columns<Id>; readonly header: readonly string[] } | null = null
  let seen = 0
  try {
    for (let next = await rows.next(); next.done !== true; next = await rows.next()) {
      for (const [at, { cells }] of next.value.entries()) {
        const columns = match(cells)
        if (columns.missing.length === 0) {
          return { ok: true, columns, header: cells, rows: following(next.value.slice(at + 1), rows) }
        }
        if (best === null || columns.at.size > best.columns.at.size) best = { columns, header: cells }
        seen++
        if (seen >= HEADER_WITHIN) return { ok: false, fault: 'no-header', ...best }
      }
    }
  } catch (error) {
    if (error instanceof UnreadableError) return { ok: false, fault: error.fault }
    throw error
  }
  return best === null ? { ok: false, fault: 'empty' } : { ok: false, fault: 'no-header', ...best }
}

type Opened = { readonly rows: Rows } | { readonly workbook: Uint8Array }

async function openRows(source: Source): Promise<Opened | Unreadable> {
  const bytes = source.open()[Symbol.asyncIterator]()
  const first = await bytes.next()
  if (first.done === true) return 'empty'
  const start = first.value
  const all = following(start, bytes)
  if (startsWith(start, [0xd0, 0xcf, 0x11, 0xe0])) return 'old-excel'
  if (isWorkbook(start)) return { workbook: await whole(all) }
  const isWide = startsWith(start, [0xff, 0xfe]) || startsWith(start, [0xfe, 0xff])
  if (!isWide && start.subarray(0, 4096).includes(0)) return 'not-text'
  return { rows: csvRows(decodeText(all)) }
}

/** Whether a file that begins so is a workbook (XLSX), which is a ZIP archive. */
export function isWorkbook(start: Uint8Array): boolean {
  return startsWith(start, [0x50, 0x4b, 0x03, 0x04])
}

async function* following<T>(first: T, rest: AsyncIterator<T>): AsyncIterable<T> {
  try {
    yield first
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value
  } finally {
    await rest.return?.()
  }
}

async function whole(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const held: Uint8Array[] = []
  for await (const piece of pieces) held.push(piece)
  return new Uint8Array(await new Blob(held as BlobPart[]).arrayBuffer())
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, at) => bytes[at] === byte)
}
