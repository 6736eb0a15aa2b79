import { Hono } from 'hono'
import { countReviewed, REVIEWS } from '../i18n/review/reviews.ts'
import type { Services } from '../services.ts'

/**
 * `/healthz`: alive. `/readyz`: able to serve, that is the database reached and its tables in place; with it, how many of
 * the Tibetan texts somebody who speaks it has reviewed.
 */
export function healthRoutes({ store }: Services): Hono {
  const app = new Hono()
  const tibetan = countReviewed(REVIEWS)
  app.get('/healthz', (c) => c.json({ status: 'alive' }))
  app.get('/readyz', async (c) => {
    const ready = await store.ready()
    return c.json({ status: ready ? 'ready' : 'not ready', database: ready, tibetan }, ready ? 200 : 503)
  })
  return app
}
