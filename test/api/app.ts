import { getLogger } from '@logtape/logtape'
import type { Hono } from 'hono'
import { apiRoutes } from '../../src/api/routes.ts'
import { createDesk } from '../../src/inbox/desk.ts'
import { createVault } from '../../src/privacy/vault.ts'
import { createIds } from '../../src/ids.ts'
import { createMemoryLimiter } from '../../src/runtime/rate-limiter.ts'
import type { RateLimiter, Services } from '../../src/services.ts'
import { parseSettings } from '../../src/settings.ts'
import type { Store } from '../../src/storage/store.ts'

const NOW = new Date('2017-08-31T16:30:15Z')
export const TODAY = '2017-09-01'

const clock = () => NOW
const vault = await createVault(new Uint8Array(32).fill(7))

/** The open API with its clock at NOW, in a house without a database: touching it fails the test. */
export function openApiApp(
  environment: Readonly<Record<string, string>> = {},
  limiter: RateLimiter = createMemoryLimiter(clock),
): Hono {
  const parsed = parseSettings({ DEMO: '1', API_RATE: '100000', ...environment })
  if (!parsed.ok) throw new Error(parsed.faults.join())
  const services: Services = {
    settings: parsed.settings,
    store: noStore(),
    vault,
    clock,
    ids: createIds(clock),
    limiter,
    log: getLogger('test'),
    desk: createDesk(),
    senders: {},
    wake: () => {},
  }
  return apiRoutes(services, () => Promise.resolve(null))
}

/** POSTs a value as JSON. */
export async function post(app: Hono, path: string, body: unknown): Promise<Response> {
  return app.request(path, { method: 'POST', headers: JSON_TYPE, body: JSON.stringify(body) })
}

export const JSON_TYPE = { 'content-type': 'application/json' }

// The open API knows nobody: of a database it may read what was decided of the plan, and nothing else.
function noStore(): Store {
  const rows = async <Row>(sql: string): Promise<Row[]> => {
    if (!/^select \(select max\(book_version\) from policy_proposals\) as version$/.test(sql)) throw reached()
    return []
  }
  return new Proxy({ rows } as Store, {
    get: (store, name) => {
      if (name !== 'rows') throw reached()
      return store.rows
    },
  })
}

function reached(): Error {
  return new Error('the open API reached for the database')
}
