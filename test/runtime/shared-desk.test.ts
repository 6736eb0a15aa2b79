import { on, once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { describe, expect, it } from 'vitest'
import { deskMemory, sharedDesk } from '../../src/runtime/shared-desk.ts'

const NOTHING = { replies: [], repeated: false }
const INBOUND = {
  channel: 'sms',
  address: '+8612900000001',
  providerId: 'SM',
  text: '',
  media: false,
} as const

describe('a desk over all threads', () => {
  it('takes one turn of a contact at a time, whichever threads they came to', async () => {
    const workerData = { inbound: INBOUND, memory: deskMemory(), tally: new SharedArrayBuffer(4), turns: 400 }
    await Promise.all([1, 2, 3].map(() => done(takesTurns(workerData))))
    expect(new Int32Array(workerData.tally)[0]).toBe(1200)
  })

  it('takes them in the order they came: what another thread takes in does not overtake what came here before', async () => {
    const workerData = { inbound: INBOUND, memory: deskMemory(), tally: new SharedArrayBuffer(4), turns: 1 }
    const counted = new Int32Array(workerData.tally)
    const desk = sharedDesk(workerData.memory)
    const { promise, resolve } = Promise.withResolvers<typeof NOTHING>()
    const first = desk(INBOUND, () => promise)
    const thread = takesTurns(workerData)
    const ended = done(thread)
    await once(thread, 'message')
    const seen: (number | undefined)[] = []
    const third = desk(INBOUND, async () => {
      seen.push(counted[0])
      return NOTHING
    })
    seen.push(counted[0])
    resolve(NOTHING)
    await Promise.all([first, ended, third])
    expect(seen).toEqual([0, 1])
  })
})

function takesTurns(workerData: unknown): Worker {
  return new Worker(new URL('./in-threads/takes-turns.ts', import.meta.url), { workerData })
}

async function done(thread: Worker): Promise<void> {
  for await (const [message] of on(thread, 'message')) if (message === 'done') return
}
