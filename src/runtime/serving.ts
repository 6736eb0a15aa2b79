import type { Services } from '../services.ts'
import type { Settings } from '../settings.ts'
import { type Listening, listen, unusedPort } from './listen.ts'
import { nodeApp } from './node-app.ts'
import type { Shared } from './shared.ts'
import { startThread, type Thread } from './thread.ts'
import { hearOthers } from './wakes.ts'

/** What a further thread is given. */
export type Order = { readonly settings: Settings; readonly port: number; readonly shared: Shared }

export type Serving = Pick<Listening, 'port' | 'end'> & {
  /** Has the further threads join, one after the other. */
  readonly grow: () => Promise<void>
}

/**
 * Answers HTTP in so many threads, each with services of its own. This one is the first: the port answers before another
 * is loaded. Rejects with the system's error where it cannot listen.
 *
 * A thread that cannot be loaded is told in the log, and the others serve without it. One that breaks while it serves
 * ends the process, as an error here would: it may hold requests and a contact's turn, and whatever watches over the
 * server starts it anew, whole.
 */
export async function startServing(services: Services, threads: number, shared: Shared): Promise<Serving> {
  const { settings, log } = services
  const isShared = threads > 1
  const free = isShared ? await unusedPort(settings.port) : settings.port
  const here = await listen(nodeApp(services), free, isShared)
  const order: Order = { settings, port: here.port, shared }
  const joined: Thread[] = []
  let isEnding = false
  if (isShared) hearOthers('upload', () => services.wake('upload'))

  return {
    port: here.port,
    grow: async () => {
      while (joined.length + 1 < threads && !isEnding) {
        const thread = startServingThread(order, failed)
        joined.push(thread)
        await thread.begun
      }
    },
    end: async () => {
      isEnding = true
      await Promise.all([here.end(), ...joined.map((thread) => thread.end())])
    },
  }

  function failed(error: unknown, hasBegun: boolean): void {
    log.error('serving thread failed', { error: error instanceof Error ? error.name : 'unknown', hasBegun })
    if (hasBegun) process.exit(1)
  }
}

function startServingThread(order: Order, failed: (error: unknown, hasBegun: boolean) => void): Thread {
  return startThread(new URL('./serving-thread.ts', import.meta.url), 'serving', order, failed)
}
