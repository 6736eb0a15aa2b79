import type { MiddlewareHandler } from 'hono'
import { problem } from './problem.ts'
import type { Services } from '../services.ts'
import { clientAddress, networkOf } from './client-address.ts'

/** Holds one address to API_RATE requests a minute. Addresses are counted by blind index: none is kept. */
export function openRate({ limiter, vault, settings }: Services): MiddlewareHandler {
  return async (c, next) => {
    const network = networkOf(clientAddress(c, settings) ?? 'none')
    if (await limiter(vault.index('rate', `api ${network}`), settings.apiRate)) return next()
    return problem(c, { code: 'too-many', retryAfter: 60 })
  }
}
