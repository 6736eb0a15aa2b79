import { Worker } from 'node:worker_threads'
import { gatherInMemory } from './gathering.ts'
import { type Commit, type Gathering, type Query, type Store, StoreError } from './store.ts'
import type { Outcome, Piece } from './unit-writer.ts'

/** What the thread sends back for each piece, in the order of the pieces; null for one that more follow. */
export type Written = { readonly outcome: Outcome | null }
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
  const waiting: ((written: Written) => void)[] = []
  let isRunning = true
  let isReady = false
  let early: Promise<unknown> = Promise.resolve()
  void ended.then(() => {
    isRunning = false
    for (const fail of waiting.splice(0)) fail({ outcome: STOPPED })
  })
  const ready = new Promise<void>((settle) => {
    thread.on('message', (message: Written | Ready) => {
      if (message !== 'ready') return waiting.shift()?.(message)
      isReady = true
      return settle()
    })
  })
  thread.postMessage({ path } satisfies Opening)
  let units = 0

  const send = async (piece: Omit<Piece, 'statements'>, writes: readonly Query[]): Promise<Written> => {
    await early
    return new Promise((settle) => {
      if (!isRunning) return settle({ outcome: STOPPED })
      waiting.push(settle)
      return thread.postMessage({
        ...piece,
        statements: writes.map((write) => write.toSQL()),
      } satisfies Piece)
    })
  }
  const isStarting = () => isRunning && !isReady
  const atomically: Store['atomically'] = async (writes) => {
    if (isStarting()) {
      const written = store.atomically(writes)
      early = written.catch(() => undefined)
      return written
    }
    return settled(await send({ unit: ++units, at: 0, isLast: true }, writes))
  }
  const gather = (): Gathering => {
    if (isStarting()) return gatherInMemory(atomically)
    const unit = ++units
    let at = 0
    return {
      // The thread may be in the midst of another unit: nobody waits for it to take this piece.
      add: async (writes) => {
        void send({ unit, at: at++, isLast: false }, writes)
      },
      commit: async () => settled(await send({ unit, at: at++, isLast: true }, [])),
    }
  }
  return {
    store: { ...store, atomically, gather },
    ready,
    close: async () => {
      await early
      thread.postMessage(null)
      await ended
    },
  }
}

function settled({ outcome }: Written): Commit {
  if (typeof outcome === 'string') return outcome
  throw new StoreError(outcome?.code ?? 'WRITER_UNIT_OPEN')
}
