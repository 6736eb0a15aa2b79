import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

export const ACCOUNT = `AC${'0'.repeat(32)}`

/** What the provider does with a request to send, before or after taking it. */
export type Mood =
  | { readonly kind: 'takes'; readonly afterMs?: number }
  | {
      readonly kind: 'refuses'
      readonly status: number
      readonly code?: number
      readonly retryAfter?: number
    }
  | { readonly kind: 'cuts'; readonly taken: boolean }
  | { readonly kind: 'fails'; readonly status: number; readonly taken: boolean }

type Taken = { readonly sid: string; readonly to: string; readonly body: string; readonly at: number }

/** A Messages resource that keeps what it took, and misbehaves as told; `now`: the clock it dates messages by. */
export async function startProvider(now: () => number, mood: () => Mood) {
  const taken: Taken[] = []
  const byNumber = new Map<string, Taken[]>()
  const server = createServer((request, response) => {
    void answer(request, response).catch(() => response.destroy())
  })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method === 'GET') return list(request, response)
    const form = new URLSearchParams(await bodyOf(request))
    const is = mood()
    if (is.kind === 'refuses') return refuse(response, is.status, is.code, is.retryAfter)
    const sid = is.kind === 'takes' || is.taken ? keep(form) : ''
    if (is.kind === 'cuts') return void response.destroy()
    if (is.kind === 'fails') return refuse(response, is.status)
    if (is.afterMs !== undefined) await sleep(is.afterMs)
    json(response, 201, { sid, status: 'queued' })
  }

  function keep(form: URLSearchParams): string {
    const to = form.get('To') ?? ''
    const sid = `SM${taken.length.toString(16).padStart(32, '0')}`
    const one = { sid, to, body: form.get('Body') ?? '', at: now() }
    taken.push(one)
    byNumber.set(to, [...(byNumber.get(to) ?? []), one])
    return sid
  }

  function list(request: IncomingMessage, response: ServerResponse): void {
    const to = new URL(request.url ?? '/', 'http://provider').searchParams.get('To') ?? ''
    const messages = (byNumber.get(to) ?? []).toReversed().map(({ sid, body, at }) => ({
      sid,
      body,
      status: 'sent',
      direction: 'outbound-api',
      date_created: new Date(at).toUTCString(),
    }))
    json(response, 200, { messages, next_page_uri: null })
  }

  let port = 0
  async function open(): Promise<void> {
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
    port = (server.address() as AddressInfo).port
  }
  async function close(): Promise<void> {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  await open()
  return { base: `http://127.0.0.1:${port}`, taken, open, close }
}

export type Provider = Awaited<ReturnType<typeof startProvider>>

function refuse(response: ServerResponse, status: number, code?: number, retryAfter?: number): void {
  const headers = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }
  json(response, status, code === undefined ? {} : { code }, headers)
}

function json(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = ''
  for await (const piece of request) body += String(piece)
  return body
}
