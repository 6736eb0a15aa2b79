/** The thread of `writer.ts`: its own connection to a database that is up to date. */
import { parentPort } from 'node:worker_threads'
import { connect } from './connection.ts'
import { type Piece, unitWriter } from './unit-writer.ts'
import type { Opening, Ready, Written } from './writer.ts'

let writer: ReturnType<typeof open> | null = null

parentPort?.on('message', (message: Opening | Piece | null) => {
  if (message === null) {
    writer?.close()
    return parentPort?.close()
  }
  if ('path' in message) {
    writer = open(message.path)
    return parentPort?.postMessage('ready' satisfies Ready)
  }
  const outcome = writer === null ? { code: 'WRITER_NOT_OPEN' } : writer.write(message)
  return parentPort?.postMessage({ outcome } satisfies Written)
})

function open(path: string) {
  const sqlite = connect(path)
  // What SQLite notes to undo one statement of a batch: in files it is more than the database's own log.
  sqlite.pragma('temp_store = MEMORY')
  // A batch writes each page once.
  sqlite.pragma('cache_size = -65536')
  return { write: unitWriter(sqlite), close: () => sqlite.close() }
}
