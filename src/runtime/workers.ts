import type { D1Database, DurableObjectNamespace, Queue, RateLimit } from '@cloudflare/workers-types'
import type { Job } from '../jobs/jobs.ts'
import { objectDesk } from './contact-desk.ts'
import { createIds } from '../ids.ts'
import { KEY_FAULT, keyFits } from './key-fits.ts'
import { createLog } from './log.ts'
import { fromBase64 } from '../privacy/base64.ts'
import { openSenders } from '../channels/senders.ts'
import { createVault } from '../privacy/vault.ts'
import { createMemoryLimiter } from './rate-limiter.ts'
import type { RateLimiter, Services } from '../services.ts'
import { parseSettings } from '../settings.ts'
import { openD1 } from '../storage/d1.ts'

/** What wrangler.toml binds, beside the vars and secrets that `settings.ts` reads. */
export type Bindings = {
  readonly DB: D1Database
  readonly JOBS: Queue<Job>
  /** Wakes the sending: apart from other jobs, so that neither waits for the other. */
  readonly OUTBOX: Queue<Job>
  readonly CONTACTS: DurableObjectNamespace
  readonly API_LIMITER?: RateLimit
  /** While keys rotate. */
  readonly DATA_KEY_PREVIOUS?: string
}

/** The services on Workers, from the bindings; `wake` is called when something is due. Throws, naming every fault, where the settings are not right. */
export async function openWorkerServices(env: Bindings, wake: Services['wake']): Promise<Services> {
  const parsed = parseSettings({ ...env })
  if (!parsed.ok) throw new Error(`The settings are not right: ${parsed.faults.join('; ')}`)
  const { settings } = parsed
  if (settings.dataKey === undefined)
    throw new Error('The settings are not right: DATA_KEY: required on Workers')
  const previous = settings.dataKeyPrevious
  const clock = settings.now === undefined ? () => new Date() : () => new Date(settings.now ?? 0)
  const vault = await createVault(
    fromBase64(settings.dataKey),
    previous === undefined ? undefined : fromBase64(previous),
  )
  const store = openD1(env.DB)
  // A database that does not answer, or has no tables yet, is told by /readyz.
  if (!(await keyFits({ store, vault }).catch(() => true)))
    throw new Error(`The settings are not right: ${KEY_FAULT}`)
  return {
    settings,
    store,
    vault,
    clock,
    ids: createIds(() => new Date()),
    limiter:
      env.API_LIMITER === undefined ? createMemoryLimiter(() => new Date()) : bindingLimiter(env.API_LIMITER),
    log: createLog(),
    desk: objectDesk(env.CONTACTS, vault),
    senders: openSenders(settings),
    wake,
  }
}

// The binding holds its own limit, in wrangler.toml.
function bindingLimiter(binding: NonNullable<Bindings['API_LIMITER']>): RateLimiter {
  return async (key) => (await binding.limit({ key })).success
}
