/** The reference: Hono and better-sqlite3 that check the signature, do one look-up and one insert, and answer TwiML. */
import { readFileSync } from 'node:fs'
import { serve } from '@hono/node-server'
import Sqlite from 'better-sqlite3'
import { Hono } from 'hono'
import { validateRequest } from 'twilio/lib/webhooks/webhooks.js'

const [port = '', telephonesFile = '', databaseFile = '', url = '', token = ''] = process.argv.slice(2)

const database = new Sqlite(databaseFile)
database.pragma('journal_mode = WAL')
database.pragma('synchronous = NORMAL')
database.exec(`
  create table telephones (number text primary key, household text not null) without rowid;
  create table messages (sid text primary key, number text not null, body text not null, received_at text not null) without rowid;
`)
const register = database.prepare('insert or ignore into telephones values (?, ?)')
const telephones = readFileSync(telephonesFile, 'utf8').trim().split('\n')
database.transaction(() => {
  for (const [at, number] of telephones.entries()) register.run(number, `household ${at}`)
})()

const find = database.prepare<[string], { household: string }>(
  'select household from telephones where number = ?',
)
const store = database.prepare('insert or ignore into messages values (?, ?, ?, ?)')

const app = new Hono()
app.get('/readyz', (c) => c.text('ready'))
app.post('/webhooks/sms', async (c) => {
  const form = Object.fromEntries(new URLSearchParams(await c.req.text()))
  if (!validateRequest(token, c.req.header('x-twilio-signature') ?? '', url, form)) return c.body(null, 403)
  const number = form['From'] ?? ''
  const household = find.get(number)?.household ?? 'no household'
  store.run(form['MessageSid'] ?? '', number, form['Body'] ?? '', new Date().toISOString())
  return c.body(
    `<?xml version="1.0" encoding="UTF-8"?><Response><Message>${household}</Message></Response>`,
    200,
    {
      'content-type': 'text/xml; charset=utf-8',
    },
  )
})
serve({ fetch: app.fetch, port: Number(port) })
