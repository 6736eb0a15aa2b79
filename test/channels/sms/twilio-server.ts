import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export const SID = `AC${'0'.repeat(32)}`
export const TOKEN = 'token'

type Taken = { readonly form: URLSearchParams; readonly at: Date; readonly change: Record<string, unknown> }

export const sidOf = (nth: number) => `SM${nth.toString(16).padStart(32, '0')}`

/** Twilio's Messages resource within its documented limits, with what it took; `next` makes it misbehave once. */
export async function twilioServer() {
  const taken: Taken[] = []
  let asked = 0
  let misbehave: ((response: ServerResponse) => void) | null = null
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const odd = misbehave
      misbehave = null
      if (request.method === 'GET') asked++
      if (odd !== null) return odd(response)
      answer(request, new URLSearchParams(body), response, taken)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, resolve))
  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    taken,
    /** How often it was asked for its messages. */
    asked: () => asked,
    /** What became of a message that it took. */
    change: (nth: number, change: Record<string, unknown>) => {
      Object.assign(taken[nth]?.change ?? {}, change)
    },
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
  if (request.method === 'GET') return reply(response, 200, listed(url, taken))
  const code = codeOf(form)
  if (code !== null) return reply(response, 400, { code })
  taken.push({ form, at: new Date(), change: {} })
  reply(response, 201, { sid: sidOf(taken.length - 1), status: 'queued' })
}

/** The latest first, a page at a time. */
function listed({ pathname, searchParams }: URL, taken: readonly Taken[]) {
  const size = Number(searchParams.get('PageSize') ?? '50')
  const page = Number(searchParams.get('Page') ?? '0')
  const messages = taken
    .map(({ form, at, change }, nth) => ({
      sid: sidOf(nth),
      status: 'sent',
      to: form.get('To'),
      body: form.get('Body'),
      direction: 'outbound-api',
      error_code: null,
      date_created: at.toUTCString(),
      ...change,
    }))
    .filter(({ to }) => to === searchParams.get('To'))
    .toReversed()
  const next = new URLSearchParams(searchParams)
  next.set('Page', String(page + 1))
  return {
    messages: messages.slice(page * size, (page + 1) * size),
    next_page_uri: messages.length > (page + 1) * size ? `${pathname}?${next}` : null,
  }
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
