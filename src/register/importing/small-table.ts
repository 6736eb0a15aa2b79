import type { Columns } from '../columns.ts'
import type { Row, Unreadable } from '../reading/rows.ts'
import { cellText } from '../values/cell.ts'
import type { Counts, Stopped } from './report.ts'

/** A row that is not taken; `value` and `row` repeat the file's own words, for the office's rejects file and nowhere else. */
export type Refused<Column extends string, Reason extends string> = {
  readonly line: number
  readonly column: Column
  readonly reason: Reason
  readonly value: string
  readonly row: readonly string[]
}

/** What is odd about a row that is taken all the same, told without its value. */
export type Odd<Column extends string, Reason extends string> = {
  readonly line: number
  readonly column: Column
  readonly reason: Reason
}

/** A row as it reads, or why it is not taken. */
export type Read<Entry, Column extends string, Reason extends string> =
  | { readonly ok: true; readonly entry: Entry }
  | { readonly ok: false; readonly refused: Refused<Column, Reason> }

export type SmallResult<Column extends string> =
  | { readonly ok: true; readonly counts: Counts; readonly unknownColumns: readonly string[] }
  | { readonly ok: false; readonly fault: Unreadable | Stopped }
  | { readonly ok: false; readonly fault: 'no-header'; readonly missing: readonly Column[] }

/** One row's cells by what their columns mean, and the words for what is wrong with it. */
export function rowReader<Column extends string>(columns: Columns<Column>, { line, cells }: Row) {
  const at = (column: Column) => cells[columns.at.get(column) ?? -1]
  return {
    cell: (column: Column): string => cellText(at(column)),
    /** As they are written, full width and all: words that people will read. */
    words: (column: Column): string => (cellText(at(column)) === '' ? '' : (at(column) ?? '')),
    refuse: <Reason extends string>(column: Column, reason: Reason) =>
      ({ ok: false, refused: { line, column, reason, value: at(column) ?? '', row: cells } }) as const,
  }
}
