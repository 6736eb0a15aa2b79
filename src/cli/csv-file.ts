import { createWriteStream, rmSync, type WriteStream } from 'node:fs'
import Papa from 'papaparse'
import { safeCell } from '../spreadsheet/safe-cell.ts'

/** A CSV file for what an import found, no text of it a formula, readable by its owner alone; none is left there where nothing is written. */
export function csvFile(file: string) {
  rmSync(file, { force: true })
  let stream: WriteStream | null = null
  return {
    head: (cells: readonly string[]) => {
      if (stream !== null) return
      stream = createWriteStream(file, { mode: 0o600 })
      // Spreadsheet programs read UTF-8 only behind its mark.
      stream.write(`\uFEFF${lineOf(cells)}`)
    },
    row: (cells: readonly string[]) => {
      stream?.write(lineOf(cells))
    },
    end: () =>
      new Promise<void>((resolve) => {
        if (stream === null) resolve()
        else stream.end(resolve)
      }),
  }
}

function lineOf(cells: readonly string[]): string {
  return `${Papa.unparse([cells.map(safeCell)])}\r\n`
}
