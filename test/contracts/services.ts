import { getLogger } from '@logtape/logtape'
import { createDesk, type Desk } from '../../src/inbox/desk.ts'
import { createVault, type Vault } from '../../src/privacy/vault.ts'
import { importRegister } from '../../src/register/import.ts'
import { sampleLines } from '../../src/register/sample/sample.ts'
import { createIds } from '../../src/ids.ts'
import { createMemoryLimiter } from '../../src/runtime/rate-limiter.ts'
import type { Services } from '../../src/services.ts'
import { parseSettings } from '../../src/settings.ts'
import type { Store } from '../../src/storage/store.ts'
import { NOON, TEST_KEY } from './fixed.ts'

/** Services over an open store, with a clock that can be moved. */
export async function testServices(
  store: Store,
  environment: Readonly<Record<string, string>> = {},
  desk: (vault: Vault) => Desk = createDesk,
): Promise<Services & { readonly moveClock: (milliseconds: number) => void }> {
  const parsed = parseSettings({ DEMO: '1', ...environment })
  if (!parsed.ok) throw new Error(parsed.faults.join('; '))
  let now = Date.parse(NOON)
  const clock = () => new Date(now)
  const vault = await createVault(TEST_KEY)
  return {
    settings: parsed.settings,
    store,
    vault,
    clock,
    ids: createIds(clock),
    limiter: createMemoryLimiter(clock),
    log: getLogger('huixue'),
    desk: desk(vault),
    senders: {},
    wake: () => {},
    moveClock: (milliseconds) => {
      now += milliseconds
    },
  }
}

const PLACES = [
  { code: '621223100201', county: '621223', countyName: '宕昌县', township: '城关镇', village: '旧城村' },
  { code: '623025100201', county: '623025', countyName: '玛曲县', township: '尼玛镇', village: '秀玛村' },
] as const

/** Imports the personas' households, without faults. */
export async function importPersonas(services: Services): Promise<void> {
  const options = { households: 6, seed: 1, takenOn: '2026-10-01', places: PLACES, faults: 'none' } as const
  const lines = [...sampleLines(options)]
  const bytes = new TextEncoder().encode(lines.join(''))
  const source = {
    name: 'sample.csv',
    digest: 'sample',
    async *open() {
      yield bytes
    },
  }
  const result = await importRegister(services, source, { by: 'test', takenOn: '2026-10-01' })
  if (!result.ok) throw new Error(result.fault.code)
}
