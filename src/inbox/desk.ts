import type { Spoken } from '../conversation/turn.ts'
import type { Inbound } from './inbound.ts'

/** `replies` is empty where silence is right: a stopped contact, or one that writes too fast. */
export type Received = { readonly replies: readonly Spoken[]; readonly repeated: boolean }

/**
 * Where the messages of one contact wait for each other: handled one after the other, in the order in which they came.
 * `here` handles the message in this place; a desk that stands elsewhere hands the message over instead.
 */
export type Desk = (inbound: Inbound, here: () => Promise<Received>) => Promise<Received>

/** A desk for all that one process takes in. */
export function createDesk(): Desk {
  const inTurn = createTurns<Received>()
  return ({ address }, here) => inTurn(address, here)
}

/** Does what comes under one key one after the other, in the order it came. Keys do not wait for each other, and what fails holds up nothing. */
export function createTurns<Result>(): (key: string, work: () => Promise<Result>) => Promise<Result> {
  const last = new Map<string, Promise<Result>>()
  return async (key, work) => {
    const turn = last.get(key)?.then(work, work) ?? work()
    last.set(key, turn)
    try {
      return await turn
    } finally {
      if (last.get(key) === turn) last.delete(key)
    }
  }
}
