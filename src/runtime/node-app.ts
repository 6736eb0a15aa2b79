import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { createApp } from '../app.ts'
import { notFound } from '../http/not-found.ts'
import type { Services } from '../services.ts'

/** The application with what Cloudflare itself does before Workers. */
export function nodeApp(services: Services): Hono {
  const app = new Hono()
  // Pages go over slow lines.
  for (const path of ['/', '/console/*', '/public/*', '/docs', '/assets/*']) app.use(path, compress())
  app.use('/assets/*', serveStatic({ root: './dist' }))
  app.route('/', createApp(services))
  // The outer application's own would answer otherwise, in plain words.
  app.notFound(notFound(app))
  return app
}
