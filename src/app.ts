import { Hono } from 'hono'
import { apiRoutes } from './api/routes.ts'
import { homeRoutes } from './channels/simulator/home.tsx'
import { simulatorRoutes } from './channels/simulator/routes.tsx'
import { smsRoutes } from './channels/sms/routes.ts'
import { sessionActor } from './console/guard.ts'
import { consoleRoutes } from './console/routes.tsx'
import { createAuth } from './console/sign-in/auth.ts'
import { telegramRoutes } from './channels/telegram/routes.ts'
import { healthRoutes } from './http/health.ts'
import { notFound } from './http/not-found.ts'
import { problem } from './http/problem.ts'
import { publicRoutes } from './public/routes.tsx'
import type { Services } from './services.ts'
import { StoreError } from './storage/store.ts'

/** The whole application, the same on every runtime. */
export function createApp(services: Services): Hono {
  const app = new Hono()
  const auth = createAuth(services)
  app.route('/', healthRoutes(services))
  app.route('/', smsRoutes(services))
  app.route('/', telegramRoutes(services))
  app.route('/', apiRoutes(services, sessionActor(services, auth)))
  app.route('/', consoleRoutes(services, auth))
  app.route('/', publicRoutes(services))
  app.route(
    '/',
    services.settings.demo
      ? simulatorRoutes(services, async (request) => app.fetch(request))
      : homeRoutes(services),
  )
  app.notFound(notFound(app))
  app.onError((error, c) => {
    // Never the message: a driver's can hold a family's data.
    const code = error instanceof StoreError ? error.code : error.name
    services.log.error('unhandled', { code, route: c.req.routePath })
    return problem(c, { code: 'internal' })
  })
  return app
}
