import { Hono } from 'hono'
import { simulatorRoutes } from '../../../src/channels/simulator/routes.tsx'
import { smsRoutes } from '../../../src/channels/sms/routes.ts'
import type { Services } from '../../../src/services.ts'
import { openSqlite } from '../../../src/storage/sqlite.ts'
import { importPersonas, testServices } from '../../contracts/services.ts'

/** The simulator before the real webhook, on a register of the personas in memory. */
export async function demo(): Promise<{ app: Hono; services: Services; delivered: Request[] }> {
  const services = await testServices(openSqlite(':memory:'), { PUBLIC_URL: 'https://huixue.example' })
  await importPersonas(services)
  const delivered: Request[] = []
  const app = new Hono()
  app.route('/', smsRoutes(services))
  app.route(
    '/',
    simulatorRoutes(services, async (request) => {
      delivered.push(request.clone())
      return app.fetch(request)
    }),
  )
  return { app, services, delivered }
}

/** POSTs JSON as the client script does. */
export async function say(app: Hono, persona: string, text: string): Promise<Response> {
  const headers = { 'content-type': 'application/json' }
  return app.request('/simulator/messages', {
    method: 'POST',
    headers,
    body: JSON.stringify({ persona, text }),
  })
}

/** POSTs a form as a browser without scripts does. */
export async function submit(
  app: Hono,
  path: string,
  fields: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = { 'sec-fetch-site': 'same-origin' },
): Promise<Response> {
  return app.request(path, { method: 'POST', headers, body: new URLSearchParams(fields) })
}
