import { writeXlsxStream } from 'hucre/xlsx'
import Papa from 'papaparse'
import { safeCell } from '../../spreadsheet/safe-cell.ts'

/** What a cell of a download may hold; null is empty. */
type Cell = string | number | null
export type Lines = AsyncIterable<readonly Cell[]>

/** The endings that a table is taken away under. */
export const FORMATS = ['csv', 'xlsx'] as const
export type Format = (typeof FORMATS)[number]

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const CSV = 'text/csv; charset=utf-8'
/** Spreadsheet programs read UTF-8 only behind its mark. */
const MARK = '\uFEFF'

/**
 * A table as a file for the browser to keep, written line by line as it is read. `name` is plain ASCII, without its ending.
 * In both formats no text is a formula: CSV by `safeCell`, a workbook by the type of its cells, which keeps every digit of
 * a long number too.
 */
export function download(name: string, format: Format, lines: Lines): Response {
  const body = format === 'csv' ? streamOf(csvOf(lines)) : writeXlsxStream(rowsOf(lines), { name: 'Huixue' })
  return new Response(body as BodyInit, {
    headers: {
      'content-type': format === 'csv' ? CSV : XLSX,
      'content-disposition': `attachment; filename="${name}.${format}"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}

async function* csvOf(lines: Lines): AsyncIterable<Uint8Array> {
  const encoder = new TextEncoder()
  yield encoder.encode(MARK)
  for await (const line of lines) {
    const cells = line.map((cell) => (typeof cell === 'string' ? safeCell(cell) : cell))
    yield encoder.encode(`${Papa.unparse([cells])}\r\n`)
  }
}

async function* rowsOf(lines: Lines): AsyncIterable<Cell[]> {
  for await (const line of lines) yield [...line]
}

function streamOf(pieces: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const from = pieces[Symbol.asyncIterator]()
  return new ReadableStream({
    pull: async (controller) => {
      const next = await from.next()
      if (next.done === true) controller.close()
      else controller.enqueue(next.value)
    },
    cancel: async () => {
      await from.return?.()
    },
  })
}
