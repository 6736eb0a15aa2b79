import { once } from 'node:events'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { connect, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asProvider } from '../../src/channels/sms/as-provider.ts'
import { parseSettings, type Settings } from '../../src/settings.ts'
import { beginProgram, type Program, startProgram } from './program.ts'
import { wireForm } from './telephone.ts'

const folder = mkdtempSync(join(tmpdir(), 'huixue-'))
const environment = { DEMO: '1', DATABASE_PATH: join(folder, 'huixue.db'), THREADS: '3' }
const troubled = {
  NODE_OPTIONS: `--import ${fileURLToPath(new URL('./troubled-thread.ts', import.meta.url))}`,
}

describe('the program in three threads', () => {
  let program: Program
  beforeAll(async () => {
    program = await startProgram('start', { ...environment, API_RATE: '40', CONTACT_RATE: '1000' })
    await until(() => joined(program) === 2)
  })
  afterAll(async () => {
    await program.stop()
  })

  it('answers each of many texts that one telephone sends at once down many lines, and none twice', async () => {
    const requests = Array.from({ length: 120 }, () =>
      asProvider(settingsOf(program.url), { from: '+8612900050001', text: '幼儿园收费不' }),
    )
    const send = async () =>
      Promise.all(
        requests.map(async (request) => {
          const response = await fetch(request.clone())
          return [response.status, await response.text()]
        }),
      )
    const answers = await send()
    expect(answers.filter(([status]) => status !== 200)).toEqual([])
    expect(await send()).toEqual(answers)
    const database = new Sqlite(environment.DATABASE_PATH, { readonly: true })
    const kept = database.prepare('select max(version) as turns from sessions').get()
    database.close()
    expect(kept).toEqual({ turns: 120 })
  })

  it('counts in all of them together how often one address asks', async () => {
    const statuses = await withinOneMinute(() =>
      Promise.all(
        Array.from({ length: 100 }, async () => {
          const response = await fetch(`${program.url}/api/v1/programmes`)
          await response.arrayBuffer()
          return response.status
        }),
      ),
    )
    expect(statuses.filter((status) => status === 200)).toHaveLength(40)
    expect(statuses.filter((status) => status === 429)).toHaveLength(60)
  })

  it('lets no second program have its port', async () => {
    const { port } = new URL(program.url)
    const second = beginProgram('start', { ...environment, PORT: port })
    expect(await second.ended).toBe(1)
    await until(() => second.output().includes(`PORT: cannot listen on ${port}: EADDRINUSE`))
    expect((await fetch(`${program.url}/readyz`)).status).toBe(200)
  })

  it('answers in all of them what was asked before it is told to end', async () => {
    const lines = await Promise.all(
      Array.from({ length: 24 }, async (_, at) => {
        const from = `+86129000600${String(10 + at)}`
        const request = asProvider(settingsOf(program.url), { from, text: '幼儿园收费不' })
        const [head, body] = halves(await wireForm(request, true))
        const socket = await connected(program.url)
        let heard = ''
        socket.on('data', (chunk: Buffer) => (heard += chunk.toString()))
        socket.write(head)
        await until(() => heard.includes('100 Continue'))
        return { socket, body, answered: once(socket, 'close').then(() => heard) }
      }),
    )
    const ended = program.stop()
    while (await isListening(program.url)) await sleep(20)
    for (const { socket, body } of lines) socket.write(body)
    const answers = await Promise.all(lines.map(({ answered }) => answered))
    expect(answers.filter((answer) => !answer.includes('<Message>'))).toEqual([])
    expect(await ended).toBe(0)
  })
})

describe('the program in several threads', () => {
  it('has them all on the free port that it found, and ends before they have loaded where it is told to', async () => {
    const held = beginProgram('start', { ...environment, ...troubled, PORT: '0', HOLD: 'yes' })
    await until(() => held.output().includes('a thread is held'))
    const [port] = portsOf(held)
    expect((await fetch(`http://localhost:${port}/readyz`)).status).toBe(200)
    expect(await held.stop()).toBe(0)
    expect(joined(held)).toBe(0)

    const program = beginProgram('start', { ...environment, PORT: '0' })
    await until(() => joined(program) === 2)
    const ports = portsOf(program)
    expect(ports).toHaveLength(3)
    expect(new Set(ports).size).toBe(1)
    expect(await program.stop('SIGINT')).toBe(0)
  })

  it('does not begin on a port that a stranger has', async () => {
    const stranger = createServer().listen({ port: 0, reusePort: true })
    await once(stranger, 'listening')
    const address = stranger.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    const program = beginProgram('start', { ...environment, PORT: String(port) })
    expect(await program.ended).toBe(1)
    await until(() => program.output().includes(`PORT: cannot listen on ${port}: EADDRINUSE`))
    stranger.close()
  })

  it('ends, and says so, where one of them breaks as it serves', async () => {
    const breakAt = join(mkdtempSync(join(tmpdir(), 'huixue-')), 'break')
    const program = await startProgram('start', { ...environment, ...troubled, BREAK_AT: breakAt })
    await until(() => joined(program) === 2)
    writeFileSync(breakAt, '')
    expect(await program.ended).toBe(1)
    await until(() => program.output().includes('"serving thread failed"'))
    expect(program.output()).toContain('"hasBegun":true')
  })

  it('says so and goes on where one of them cannot be loaded', async () => {
    const program = await startProgram('start', { ...environment, ...troubled, BREAK_AT: folder })
    await until(() => program.output().split('"serving thread failed"').length === 3)
    expect((await fetch(`${program.url}/readyz`)).status).toBe(200)
    expect(await program.stop()).toBe(0)
  })
})

function joined(program: Pick<Program, 'output'>): number {
  return program.output().split('"listening too"').length - 1
}

function portsOf(program: Pick<Program, 'output'>): readonly number[] {
  return [...program.output().matchAll(/"port":(\d+)/g)].map(([, port]) => Number(port))
}

/** A request's head, which asks to be told that it was read, and its body. */
function halves(request: string): readonly [string, string] {
  const end = request.indexOf('\r\n\r\n')
  return [`${request.slice(0, end)}\r\nexpect: 100-continue\r\n\r\n`, request.slice(end + 4)]
}

async function connected(url: string): Promise<Socket> {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  await once(socket, 'connect')
  return socket
}

async function isListening(url: string): Promise<boolean> {
  const socket = await connected(url).catch(() => null)
  socket?.on('error', () => {}).destroy()
  return socket !== null
}

async function until(done: () => boolean): Promise<void> {
  while (!done()) await sleep(50)
}

// Counts begin anew at the turn of one: what went over it is asked again in a fresh one.
async function withinOneMinute<T>(ask: () => Promise<T>): Promise<T> {
  for (;;) {
    const minute = new Date().getMinutes()
    const answer = await ask()
    const now = new Date().getMinutes()
    if (now === minute) return answer
    await until(() => new Date().getMinutes() !== now)
  }
}

function settingsOf(url: string): Settings {
  const parsed = parseSettings({ PUBLIC_URL: url, DEMO: '1' })
  if (!parsed.ok) throw new Error(parsed.faults.join('; '))
  return parsed.settings
}
