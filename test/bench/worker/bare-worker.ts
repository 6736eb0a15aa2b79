import { Hono } from 'hono'

/** The reference: a Worker that is Hono and one route. */
const app = new Hono()
app.get('/healthz', (c) => c.json({ status: 'ok' }))

// biome-ignore lint/style/noDefaultExport: a Worker is its module's default export.
export default app
