import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export const SID = `AC${'0'.repeat(32)}`
export const TOKEN = 'token'

type Taken = { readonly form: URLSearchParams; readonly at: Date }

/** Twilio's Messages resource within its documented limits, with what it took; `next` makes it misbehave once. */
export async function twilioServer() {
  const taken: Taken[] = []
  let misbehave: ((response: ServerResponse) => void) | null = null
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const odd = misbehave
      misbehave = null
      if (odd !== null) return odd(response)
      answer(request, new URLSearchParams(body), response, taken)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, resolve))
  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    taken,
    next: (odd: (response: ServerResponse) => void) => {
      misbehave = odd
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

function answer(request: IncomingMessage, form: URLSearchParams, response: ServerResponse, taken: Taken[]) {
  const url = new URL(request.url ?? '/', 'http://twilio')
  const expected = `Basic ${Buffer.from(`${SID}:${TOKEN}`).toString('base64')}`
  if (request.headers.authorization !== expected) return reply(response, 401, { code: 20003 })
  if (url.pathname !== `/2010-04-01/Accounts/${SID}/Messages.json`)
    return reply(response, 404, { code: 20404 })
  if (request.method === 'GET') {
    const messages = taken
      .filter(({ form: one }) => one.get('To') === url.searchParams.get('To'))
      .map(({ form: one, at }, nth) => ({
        sid: `SM${nth}`,
        status: 'sent',
        body: one.get('Body'),
        date_created: at.toUTCString(),
      }))
    return reply(response, 200, { messages })
  }
  const code = codeOf(form)
  if (code !== null) return reply(response, 400, { code })
  taken.push({ form, at: new Date() })
  reply(response, 201, { sid: `SM${taken.length - 1}`, status: 'queued' })
}

function codeOf(form: URLSearchParams): number | null {
  const to = form.get('To') ?? ''
  if (to === '+8613800021610') return 21610
  if (!/^\+[1-9]\d{6,14}$/.test(to)) return 21211
  if ((form.get('From') ?? form.get('MessagingServiceSid')) === null) return 21603
  const body = form.get('Body') ?? ''
  if (body === '') return 21602
  return body.length > 1600 ? 21617 : null
}

export function reply(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
) {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = ''
  for await (const piece of request) body += String(piece)
  return body
}
