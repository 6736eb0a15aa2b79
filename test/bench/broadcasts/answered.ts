/** How long an answer takes: of the real server, with nothing else to do, and while it sends a broadcast. */
import type { ChildProcess } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { ROOT } from '../child.ts'
import { signedMessages } from '../inbound/messages.ts'
import { freePort, servant, start, stop, untilReady } from '../process.ts'
import { BODY, environmentOf, TOKENS, WEBHOOK } from './scene.ts'
import type { Answers, Order } from './steady.ts'
import { takenBy } from './taken.ts'

/** One stretch of time: the answers given in it, and the broadcast's messages that the provider took meanwhile. */
export type Stretch = Answers & { readonly name: string; readonly sent: number; readonly seconds: number }

export type Answering = {
  readonly database: string
  readonly telephones: readonly string[]
  readonly provider: string
  readonly seconds: number
  readonly everyMs: number
  /** Messages a second that may leave, of each broadcast that is measured. */
  readonly rates: readonly number[]
}

/** Measures a server at rest, then one that sends, at each of the rates. */
export async function answered(answering: Answering): Promise<readonly Stretch[]> {
  const { rates, seconds, everyMs } = answering
  const count = Math.round((seconds * 1000) / everyMs)
  const messages = signedMessages(count * (2 * rates.length + 1), answering.telephones, WEBHOOK)
  writeFileSync('messages.jsonl', messages.map((message) => JSON.stringify(message)).join('\n'))
  const people = await servant<Order, Answers>(fileURLToPath(new URL('./steady.ts', import.meta.url)), [
    resolve('messages.jsonl'),
  ])
  const stretches: Stretch[] = []
  let from = 0
  async function stretch(name: string, port: number): Promise<void> {
    await takenBy(answering.provider, { forgets: true })
    const began = performance.now()
    const answers = await people.ask({ port, from, count, everyMs })
    const { count: sent } = await takenBy(answering.provider, { forgets: false })
    stretches.push({ ...answers, name, sent, seconds: (performance.now() - began) / 1000 })
    from += count
  }
  for (const rate of rates) {
    const { server, port } = await serving(answering, rate)
    // The first one warms up.
    if (from === 0) await people.ask({ port, from, count, everyMs })
    from += from === 0 ? count : 0
    await stretch('at rest', port)
    const id = await broadcastBy(port)
    await sleep(1000)
    await stretch(`while ${rate.toLocaleString('en-GB')} a second may leave`, port)
    await called(port, `/${id}/cancel`, TOKENS.author)
    await stop(server)
  }
  people.end()
  return stretches
}

async function serving(
  { database, provider }: Answering,
  rate: number,
): Promise<{ readonly server: ChildProcess; readonly port: number }> {
  const port = await freePort()
  const server = start({
    file: join(ROOT, 'src/server.ts'),
    env: {
      ...environmentOf(database),
      TWILIO_API_BASE: provider,
      SMS_RATE: String(rate),
      PORT: String(port),
    },
    cwd: process.cwd(),
    log: resolve('server.log'),
  })
  await untilReady(`http://127.0.0.1:${port}/readyz`, server)
  return { server, port }
}

/** Has a broadcast written, and approved by another; its id. */
async function broadcastBy(port: number): Promise<string> {
  const { id } = (await called(port, '', TOKENS.author, BODY)) as { readonly id: string }
  await called(port, `/${id}/submit`, TOKENS.author)
  await called(port, `/${id}/approve`, TOKENS.approver)
  return id
}

async function called(port: number, path: string, token: string, body?: object): Promise<unknown> {
  const response = await fetch(`http://127.0.0.1:${port}/api/v1/broadcasts${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  if (!response.ok) throw new Error(`broadcasts${path}: ${response.status} ${await response.text()}`)
  return response.json()
}
