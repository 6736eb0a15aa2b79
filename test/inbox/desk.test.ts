import { describe, expect, it } from 'vitest'
import { createDesk } from '../../src/inbox/desk.ts'
import type { Inbound } from '../../src/inbox/inbound.ts'

const NOTHING = { replies: [], repeated: false }

describe('a desk', () => {
  it('takes a contact’s messages in the order they came, however long each takes', async () => {
    const desk = createDesk()
    const done: string[] = []
    const turn = (name: string, ticks: number) => async () => {
      for (let tick = 0; tick < ticks; tick++) await Promise.resolve()
      done.push(name)
      return NOTHING
    }
    await Promise.all([
      desk(from('A'), turn('first', 50)),
      desk(from('A'), turn('second', 1)),
      desk(from('A'), turn('third', 9)),
    ])
    expect(done).toEqual(['first', 'second', 'third'])
  })

  it('lets nobody wait for another’s messages', async () => {
    const desk = createDesk()
    const { promise, resolve } = Promise.withResolvers<typeof NOTHING>()
    const held = desk(from('A'), () => promise)
    expect(await desk(from('B'), async () => NOTHING)).toBe(NOTHING)
    resolve(NOTHING)
    await held
  })

  it('goes on after a turn that failed', async () => {
    const desk = createDesk()
    const failed = desk(from('A'), async () => Promise.reject(new Error('lost')))
    const next = desk(from('A'), async () => NOTHING)
    await expect(failed).rejects.toThrow('lost')
    expect(await next).toBe(NOTHING)
  })
})

function from(address: string): Inbound {
  return { channel: 'sms', address, providerId: 'SM', text: '', media: false }
}
