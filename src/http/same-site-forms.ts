import type { MiddlewareHandler } from 'hono'
import { csrf } from 'hono/csrf'
import { HTTPException } from 'hono/http-exception'
import { problem } from './problem.ts'
import type { Settings } from '../settings.ts'

/**
 * Refuses forms that another site made a browser send. A client that is no browser says neither where it comes from nor
 * how it fetches, and can be talked into nothing: it passes.
 */
export function sameSiteForms({ publicUrl }: Pick<Settings, 'publicUrl'>): MiddlewareHandler {
  const ours = new URL(publicUrl).origin
  const check = csrf({ origin: (origin, c) => origin === ours || origin === new URL(c.req.url).origin })
  return async (c, next) => {
    const isBrowser = c.req.header('origin') !== undefined || c.req.header('sec-fetch-site') !== undefined
    if (!isBrowser) return next()
    try {
      await check(c, async () => {})
    } catch (error) {
      if (error instanceof HTTPException) return problem(c, { code: 'forbidden' })
      throw error
    }
    return next()
  }
}
