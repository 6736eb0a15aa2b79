import { type Context, Hono } from 'hono'
import { cors } from 'hono/cors'
import { byToday } from '../determinations/today.ts'
import { problem } from '../http/problem.ts'
import type { Services } from '../services.ts'
import { answerDeterminations } from './determinations.ts'
import { docsPage } from './docs.ts'
import { openRate } from '../http/open-rate.ts'
import { openApi } from './openapi.ts'
import { listProgrammes } from './programmes.ts'
import { readJson } from './read-json.ts'
import type { Result } from '../fault.ts'
import { admitStaff, type SessionActor } from './staff/admit-staff.ts'
import { broadcastRoutes } from './staff/broadcasts.ts'
import { caseRoutes } from './staff/cases.ts'
import { ledgerRoutes } from './staff/ledger.ts'
import { policyRoutes } from './staff/policy.ts'
import { answerUnderstanding } from './understanding.ts'

/** Known by token or session: no other site's page may call them from a browser. */
const STAFF = ['/api/v1/broadcasts/*', '/api/v1/cases/*', '/api/v1/ledger', '/api/v1/policy/*']
const OPEN = ['/api/v1/determinations', '/api/v1/understanding', '/api/v1/programmes']

/**
 * The JSON API, its description and its page. Any site may call the open part: it knows nobody and keeps nothing.
 * `sessionActor` tells who is signed in at the console.
 */
export function apiRoutes(services: Services, sessionActor: SessionActor): Hono {
  const app = new Hono()
  const rate = openRate(services)
  const staff = admitStaff(services, sessionActor)
  const anySite = cors({ exposeHeaders: ['Retry-After'], maxAge: 86_400 })
  for (const path of [...OPEN, '/openapi.json']) app.use(path, anySite)
  for (const path of [...OPEN, ...STAFF]) app.use(path, rate)

  app.post('/api/v1/determinations', async (c) => {
    const by = await byToday(services)
    return answerJson(c, (body) => answerDeterminations(body, by))
  })
  app.post('/api/v1/understanding', (c) => answerJson(c, answerUnderstanding))
  app.get('/api/v1/programmes', async (c) =>
    tell(c, listProgrammes(c.req.query('language'), await byToday(services))),
  )
  app.route('/', broadcastRoutes(services, staff))
  app.route('/', caseRoutes(services, staff))
  app.route('/', ledgerRoutes(services, staff))
  app.route('/', policyRoutes(services, staff))
  app.get('/openapi.json', (c) => c.json(openApi()))
  app.route('/', docsPage())
  return app
}

async function answerJson(c: Context, answer: (body: unknown) => Result<object>): Promise<Response> {
  const read = await readJson(c.req)
  return tell(c, read.ok ? answer(read.value) : read)
}

// The facts asked about are a person's: no cache keeps the answer.
function tell(c: Context, outcome: Result<object>): Response {
  c.header('cache-control', 'no-store')
  c.header('x-content-type-options', 'nosniff')
  return outcome.ok ? c.json(outcome.value) : problem(c, outcome.fault)
}
