import { parentPort, Worker } from 'node:worker_threads'

/** What a thread is told, in this order. */
type Told = 'begin' | 'end'

export type Thread = {
  /** Settles once it has loaded and was told to begin: false where it never will. */
  readonly begun: Promise<boolean>
  /** Settles once it is no more. One that has not begun is cut off: there is nothing that it could leave half done. */
  readonly end: () => Promise<void>
}

/**
 * Starts a thread whose file calls `liveAsThread`. `failed` is told of an error that ended it, and of an end that nobody
 * asked for, with whether it had begun.
 */
export function startThread(
  file: URL,
  name: string,
  workerData: unknown,
  failed: (error: unknown, hasBegun: boolean) => void,
): Thread {
  const thread = new Worker(file, { workerData, name })
  const exited = new Promise<void>((settle) => thread.once('exit', () => settle()))
  const tell = (told: Told) => thread.postMessage(told)
  let hasBegun = false
  let isEnding = false
  let error: unknown

  const begun = new Promise<boolean>((settle) => {
    thread.once('message', () => {
      if (isEnding) return
      hasBegun = true
      tell('begin')
      settle(true)
    })
    void exited.then(() => settle(false))
  })
  thread.once('error', (thrown) => {
    error = thrown
  })
  thread.once('exit', (code) => {
    if (error !== undefined || !isEnding) failed(error ?? new Error(`ended with ${code}`), hasBegun)
  })
  return {
    begun,
    end: async () => {
      isEnding = true
      if (hasBegun) tell('end')
      else void thread.terminate()
      await exited
    },
  }
}

/** How what a thread does is ended; settles once that is done. */
type End = () => Promise<void>

/** In the thread itself, once all is loaded: begins when it is told to, and ends, by what `begin` gave, when it is told to. */
export function liveAsThread(begin: () => End | Promise<End>): void {
  let begun: Promise<End> | undefined
  parentPort?.on('message', (told: Told) => {
    if (told === 'begin') begun = Promise.resolve(begin())
    // Connections that a provider keeps open would hold it up; of a thread this ends the thread alone.
    else void begun?.then((end) => end()).finally(() => process.exit())
  })
  parentPort?.postMessage('ready')
}
