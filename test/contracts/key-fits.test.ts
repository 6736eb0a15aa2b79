import { beforeEach, describe, expect, it } from 'vitest'
import { openTestStore } from '#platform'
import { createVault } from '../../src/privacy/vault.ts'
import { receive } from '../../src/inbox/receive.ts'
import { keyFits } from '../../src/runtime/key-fits.ts'
import { TEST_KEY } from './fixed.ts'
import { importPersonas, testServices } from './services.ts'

const HELLO = {
  channel: 'sms',
  address: '+8612900000001',
  providerId: 'SM1',
  text: '你好',
  media: false,
} as const
const OTHER = new Uint8Array(32).fill(10)

let services: Awaited<ReturnType<typeof testServices>>

beforeEach(async () => {
  services = await testServices(await openTestStore())
})

describe('the data key', () => {
  it.each([
    ['a register', async () => importPersonas(services)],
    ['a telephone alone', async () => receive(services, HELLO)],
  ])('is the one that opens what the database holds: %s', async (_, fill) => {
    await fill()
    expect(await keyFits(services)).toBe(true)
    expect(await keyFits({ ...services, vault: await createVault(OTHER) })).toBe(false)
    expect(await keyFits({ ...services, vault: await createVault(OTHER, TEST_KEY) })).toBe(true)
  })

  it('may be any where there is nothing yet', async () => {
    expect(await keyFits({ ...services, vault: await createVault(OTHER) })).toBe(true)
  })
})
