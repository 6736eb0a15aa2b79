/** One row as the file has it. `line` is where it begins: the line of a CSV, the row of a sheet, from 1. */
export type Row = { readonly line: number; readonly cells: readonly string[] }

/** Rows in the file's order, some hundreds at a time. */
export type Rows = AsyncIterable<readonly Row[]>

/** A file that can be read more than once. */
export type Source = {
  readonly name: string
  /** SHA-256 of its bytes, hexadecimal. */
  readonly digest: string
  /** How many there are, where that is known. */
  readonly bytes?: number
  readonly open: () => AsyncIterable<Uint8Array>
}

/** Why a file cannot be read at all. `several-sheets`: more than one sheet holds rows under a header of its own. */
export type Unreadable = 'empty' | 'old-excel' | 'broken-spreadsheet' | 'several-sheets' | 'not-text'

/** A file that turns out unreadable after its header. */
export class UnreadableError extends Error {
  override readonly name = 'UnreadableError'
  readonly fault: Unreadable
  constructor(fault: Unreadable) {
    super(`unreadable file: ${fault}`)
    this.fault = fault
  }
}
