import { hash } from 'node:crypto'
import { createTurns, type Desk, type Received } from '../inbox/desk.ts'

/** Contacts that share a place wait for each other without need: there are far more places than threads. */
const PLACES = 16_384

/** What the desks of all threads of a process share. */
export function deskMemory(): SharedArrayBuffer {
  return new SharedArrayBuffer(2 * PLACES * Int32Array.BYTES_PER_ELEMENT)
}

/**
 * A desk for all that the threads of a process take in: who comes takes the next number of its place, and is handled when
 * that is called. A thread that ends with a number in hand would hold its place for ever: it ends the process.
 */
export function sharedDesk(memory: SharedArrayBuffer): Desk {
  const taken = new Int32Array(memory, 0, PLACES)
  const called = new Int32Array(memory, taken.byteLength, PLACES)
  const inTurn = createTurns<Received>()

  return ({ address }, here) => {
    const place = hash('sha1', address, 'buffer').readUInt32LE() % PLACES
    const number = Atomics.add(taken, place, 1)
    // In turn here, too: of each thread only the first waits to be called.
    return inTurn(String(place), async () => {
      await until(called, place, number)
      try {
        return await here()
      } finally {
        Atomics.add(called, place, 1)
        Atomics.notify(called, place)
      }
    })
  }
}

async function until(called: Int32Array<SharedArrayBuffer>, place: number, number: number): Promise<void> {
  let now = Atomics.load(called, place)
  while (now !== number) {
    const changed = Atomics.waitAsync(called, place, now)
    if (changed.async) await changed.value
    now = Atomics.load(called, place)
  }
}
