import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { pageHeaders } from '../http/document.tsx'
import { problem } from '../http/problem.ts'
import { sameSiteForms } from '../http/same-site-forms.ts'
import type { Services } from '../services.ts'
import { accountRoutes } from './account/routes.tsx'
import { auditRoutes } from './audit/routes.tsx'
import { consoleBroadcastRoutes } from './broadcasts/routes.tsx'
import { consoleCaseRoutes } from './cases/routes.tsx'
import type { DeskEnv } from './desk.ts'
import { faultPages } from './fault-pages.tsx'
import { signedIn } from './guard.ts'
import { householdRoutes } from './households/routes.tsx'
import { consoleLedgerRoutes } from './ledger/routes.tsx'
import { inspectionRoutes } from './inspection/routes.tsx'
import { IMPORTS } from './imports/list-page.tsx'
import { importRoutes } from './imports/routes.tsx'
import { officeRoutes } from './offices/routes.tsx'
import { overviewRoutes } from './overview/routes.tsx'
import type { Auth } from './sign-in/auth.ts'
import { policyPages } from './policy/routes.tsx'
import { signInRoutes } from './sign-in/routes.tsx'
import { staffRoutes } from './staff/routes.tsx'
import { understandingRoutes } from './understanding/routes.tsx'

const BODY_LIMIT = 256 * 1024

/** The county office's desk: server-rendered pages behind the sign-in. */
export function consoleRoutes(services: Services, auth: Auth): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()
  app.use('/console/*', pageHeaders)
  app.use('/console/*', faultPages)
  app.use('/console/*', sameSiteForms(services.settings))
  const forms = bodyLimit({
    maxSize: BODY_LIMIT,
    onError: (c: Context) => problem(c, { code: 'too-large' }),
  })
  // A file has its own limit, told on a page of the desk.
  app.use('/console/*', (c, next) => (c.req.path === IMPORTS ? next() : forms(c, next)))
  app.route('/', signInRoutes(services, auth))
  app.use('/console/*', signedIn(services, auth))
  app.route('/', overviewRoutes(services))
  app.route('/', householdRoutes(services))
  app.route('/', consoleLedgerRoutes(services))
  app.route('/', importRoutes(services))
  app.route('/', consoleBroadcastRoutes(services))
  app.route('/', consoleCaseRoutes(services))
  app.route('/', officeRoutes(services))
  app.route('/', policyPages(services))
  app.route('/', staffRoutes(services))
  app.route('/', understandingRoutes(services))
  app.route('/', inspectionRoutes(services))
  app.route('/', auditRoutes(services))
  app.route('/', accountRoutes(services, auth))
  return app
}
