import { Hono } from 'hono'
import type { Services } from '../services.ts'

/** `/healthz`: alive. `/readyz`: able to serve, that is the database reached and its tables in place. */
export function healthRoutes({ store }: Services): Hono {
  const app = new Hono()
  app.get('/healthz', (c) => c.json({ status: 'alive' }))
  app.get('/readyz', async (c) => {
    const ready = await store.ready()
    return c.json({ status: ready ? 'ready' : 'not ready', database: ready }, ready ? 200 : 503)
  })
  return app
}
