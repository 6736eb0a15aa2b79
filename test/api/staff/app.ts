import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Hono } from 'hono'
import { apiRoutes } from '../../../src/api/routes.ts'
import { openSqlite } from '../../../src/storage/sqlite.ts'
import { testServices } from '../../contracts/services.ts'

export const TOKEN = 'tanchang-education-office-7f3a9c'
export const STAFF = 'tanchang'
/** Another person's token, who is named `other`. */
export const OTHER_TOKEN = 'another'

/** Nobody is signed in at the console. */
export const nobody = () => Promise.resolve(null)

/** The API over an empty database, with two tokens that open the staff's part. */
export async function staffApp(environment: Readonly<Record<string, string>> = {}) {
  const digest = bytesToHex(sha256(utf8ToBytes(TOKEN)))
  const other = bytesToHex(sha256(utf8ToBytes(OTHER_TOKEN)))
  const services = await testServices(openSqlite(':memory:'), {
    API_TOKENS: `other:${other},${STAFF}:${digest}`,
    ...environment,
  })
  return { services, app: apiRoutes(services, nobody) }
}

/** A request as a member of staff makes it; a body goes as JSON. */
export async function asStaff(app: Hono, path: string, body?: unknown, token = TOKEN): Promise<Response> {
  const authorization = `Bearer ${token}`
  if (body === undefined) return app.request(path, { headers: { authorization } })
  return app.request(path, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
}
