import { BroadcastChannel } from 'node:worker_threads'
import type { Woken } from '../services.ts'
import type { OnWake } from './outbox-loop.ts'

/** Threads of one process alone hear each other. */
const NAME = 'huixue wakes'

/** Tells other threads of all that `onWake` tells here. Returns how to end that. */
export function tellOthers(of: Woken, onWake: OnWake): () => void {
  const channel = new BroadcastChannel(NAME)
  const takeBack = onWake(() => channel.postMessage(of))
  return () => {
    takeBack()
    channel.close()
  }
}

/** Wakes whenever another thread tells of this. Returns how to end that. */
export function hearOthers(of: Woken, wake: () => void): () => void {
  const channel = new BroadcastChannel(NAME)
  channel.onmessage = ({ data }: { readonly data: unknown }) => {
    if (data === of) wake()
  }
  return () => channel.close()
}
