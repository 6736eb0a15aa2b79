import { createWriteStream, rmSync, type WriteStream } from 'node:fs'
import Papa from 'papaparse'

/** A CSV file for what an import found, readable by its owner alone; none is left there where nothing is written. */
export function csvFile(file: string) {
  rmSync(file, { force: true })
  let stream: WriteStream | null = null
  return {
    head: (cells: readonly string[]) => {
      if (stream !== null) return
      stream = createWriteStream(file, { mode: 0o600 })
      // Spreadsheet programs read UTF-8 only behind its mark.
      stream.write(`\uFEFF${Papa.unparse([cells])}\r\n`)
    },
    row: (cells: readonly string[]) => {
      stream?.write(`${Papa.unparse([cells])}\r\n`)
    },
    end: () =>
      new Promise<void>((resolve) => {
        if (stream === null) resolve()
        else stream.end(resolve)
      }),
  }
}
