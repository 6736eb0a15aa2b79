import { Agent, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { listen } from '../../src/runtime/listen.ts'

const app = new Hono().get('/', async (c) => {
  await sleep(20)
  return c.text('answered')
})

describe('a server told to stop', () => {
  it('parts soon from who asks on over a connection kept', async () => {
    const { port, end } = await listen(app, 0, false)
    const agents = Array.from({ length: 5 }, () => new Agent({ keepAlive: true, maxSockets: 1 }))
    const asking = agents.map((agent) => askUntilRefused(port, agent))
    await sleep(100)
    const started = performance.now()
    await end()
    expect(performance.now() - started).toBeLessThan(4000)
    // A connection that was idle at that very moment is reset.
    for (const failed of await Promise.all(asking)) expect(failed).toMatch(/^ECONN(REFUSED|RESET)$/)
    for (const agent of agents) agent.destroy()
  })
})

/** Asks again and again; the error with which that ends. */
async function askUntilRefused(port: number, agent: Agent): Promise<string> {
  for (;;) {
    const failed = await ask(port, agent)
    if (failed !== null) return failed
  }
}

function ask(port: number, agent: Agent): Promise<string | null> {
  return new Promise((settle) => {
    const asked = request({ host: '127.0.0.1', port, agent }, (answer) => {
      answer.resume()
      answer.on('end', () => settle(null))
    })
    asked.on('error', (error: NodeJS.ErrnoException) => settle(error.code ?? error.name))
    asked.end()
  })
}
