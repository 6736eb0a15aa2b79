import { Agent, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { describe, expect, it } from 'vitest'
import { JSON_TYPE, openApiApp } from './app.ts'

const UNDERSTANDING = '/api/v1/understanding'
const GREETING = JSON.stringify({ text: '你好' })

describe('the open API on a Node socket', () => {
  it.each([
    ['too large', 413, JSON_TYPE, 'x'.repeat(1024 * 1024 + 1)],
    [
      'too large and not said how large',
      413,
      { ...JSON_TYPE, 'transfer-encoding': 'chunked' },
      'x'.repeat(3_000_000),
    ],
    ['of another type', 415, { 'content-type': 'text/plain' }, 'x'.repeat(500_000)],
    ['malformed', 400, JSON_TYPE, 'x'.repeat(500_000)],
  ])('answers the next requests on the connection of a body %s', async (_, status, headers, body) => {
    await withServer({}, async (post) => {
      expect(await post(body, headers)).toBe(status)
      for (let again = 0; again < 3; again++) expect(await post(GREETING, JSON_TYPE)).toBe(200)
    })
  })

  it('counts by the socket, whatever the headers claim', async () => {
    await withServer({ API_RATE: '2' }, async (post) => {
      const claims = ['198.51.100.1', '198.51.100.2', '198.51.100.3']
      const statuses: number[] = []
      for (const claim of claims)
        statuses.push(await post(GREETING, { ...JSON_TYPE, 'cf-connecting-ip': claim }))
      expect(statuses).toEqual([200, 200, 429])
    })
  })
})

type Post = (body: string, headers: Record<string, string>) => Promise<number>

/** Runs `use` with requests that share one connection. */
async function withServer(
  environment: Record<string, string>,
  use: (post: Post) => Promise<void>,
): Promise<void> {
  const server = serve({ fetch: openApiApp(environment).fetch, hostname: '127.0.0.1', port: 0 })
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  try {
    await use(async (body, headers) => statusOf({ port, agent, headers }, body))
  } finally {
    agent.destroy()
    server.close()
  }
}

type To = { port: number; agent: Agent; headers: Record<string, string> }

async function statusOf({ port, agent, headers }: To, body: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(
      { host: '127.0.0.1', port, path: UNDERSTANDING, method: 'POST', agent, headers },
      (answer) => {
        answer.resume()
        answer.on('end', () => resolve(answer.statusCode ?? 0))
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })
}
