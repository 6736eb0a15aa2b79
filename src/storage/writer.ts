import { Worker } from 'node:worker_threads'
import { type Commit, type Statement, type Store, StoreError } from './store.ts'

/** What the thread is sent, and what it sends back; a failure as its code alone. */
export type Unit = { readonly id: number; readonly statements: readonly Statement[] }
export type Written = { readonly id: number; readonly outcome: Commit | { readonly code: string } }
/** Where it is to write; sent before all else, and answered once it has its connection. */
export type Opening = { readonly path: string }
export type Ready = 'ready'

const STOPPED = { code: 'WRITER_STOPPED' } as const

/** A thread for `writeInThread`, starting; `ended` settles when it is no more, of itself or of an error. */
export type WriterThread = { readonly thread: Worker; readonly ended: Promise<void> }

/** A thread takes as long to start as a few thousand rows: whoever knows that it will write begins one early. */
export function startWriter(): WriterThread {
  const thread = new Worker(new URL('./writer-thread.ts', import.meta.url))
  // An error ends the thread: what waits is told of it there.
  thread.on('error', () => undefined)
  return { thread, ended: new Promise((settle) => thread.once('exit', () => settle())) }
}

/**
 * The same store with its writes made by a thread and connection of their own, one after the other: a long import reads
 * and seals the next rows while the last are written, and holds up nobody's answer. What is written until the thread is
 * `ready` goes by the given store. `close` ends the thread once all is written.
 */
export function writeInThread(
  store: Store,
  path: string,
  { thread, ended }: WriterThread = startWriter(),
): { readonly store: Store; readonly ready: Promise<void>; readonly close: () => Promise<void> } {
  const waiting = new Map<number, (outcome: Written['outcome']) => void>()
  let isRunning = true
  let isReady = false
  let early: Promise<unknown> = Promise.resolve()
  void ended.then(() => {
    isRunning = false
    for (const fail of waiting.values()) fail(STOPPED)
    waiting.clear()
  })
  const ready = new Promise<void>((settle) => {
    thread.on('message', (message: Written | Ready) => {
      if (message === 'ready') {
        isReady = true
        return settle()
      }
      waiting.get(message.id)?.(message.outcome)
      waiting.delete(message.id)
    })
  })
  thread.postMessage({ path } satisfies Opening)
  let last = 0

  const atomically: Store['atomically'] = async (writes) => {
    if (isRunning && !isReady) {
      const written = store.atomically(writes)
      early = written.catch(() => undefined)
      return written
    }
    await early
    const id = ++last
    const outcome = await new Promise<Written['outcome']>((settle) => {
      if (!isRunning) return settle(STOPPED)
      waiting.set(id, settle)
      thread.postMessage({ id, statements: writes.map((write) => write.toSQL()) } satisfies Unit)
    })
    if (typeof outcome === 'object') throw new StoreError(outcome.code)
    return outcome
  }
  return {
    store: { ...store, atomically },
    ready,
    close: async () => {
      await early
      thread.postMessage(null)
      await ended
    },
  }
}
