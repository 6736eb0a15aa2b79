/** Inbound SMS over HTTP: the real server against a bare handler, under the same load of the same signed messages. */
import type { ChildProcess } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { ROOT } from '../child.ts'
import { atLeast, type Figure, hand, median, quantile, QUICK, spreadOf } from '../harness.ts'
import { freePort, processorSeconds, runToEnd, servant, start, stop, untilReady } from '../process.ts'
import { telephonesIn, writeSample } from '../register/sample.ts'
import type { Answer, Order } from './load.ts'
import { type Provider, signedMessages } from './messages.ts'

const CONNECTIONS = 16
const ROUNDS = QUICK ? 3 : 6
/** Each thread of a server sees a part of them, and is to be one that has been up for a while. */
const WARM_UP = QUICK ? 1 : 4
const MESSAGES = QUICK ? 600 : 3000
const ROWS = QUICK ? 2000 : 20_000
const PROVIDER: Provider = {
  url: 'https://bench.example/webhooks/sms',
  token: 'a token for the benchmark',
  to: '+8610000000000',
  account: `AC${'0'.repeat(32)}`,
}
const SETTINGS = {
  DEMO: '0',
  DATA_KEY: Buffer.alloc(32, 7).toString('base64'),
  DATABASE_PATH: resolve('huixue.db'),
  PUBLIC_URL: 'https://bench.example',
  TWILIO_ACCOUNT_SID: PROVIDER.account,
  TWILIO_AUTH_TOKEN: PROVIDER.token,
  TWILIO_FROM: PROVIDER.to,
  CONTACT_RATE: '1000000',
}

type Server = { readonly name: string; readonly port: number; readonly process: ChildProcess }

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url))
const register = resolve('register.csv')
await writeSample(register, ROWS)
const telephones = await telephonesIn(register)
const messages = signedMessages(MESSAGES * (WARM_UP + ROUNDS), telephones, PROVIDER)
writeFileSync('messages.jsonl', messages.map((message) => JSON.stringify(message)).join('\n'))
writeFileSync('telephones.txt', telephones.join('\n'))

const ours = await startOurs()
const threads = await joinedThreads(resolve('ours.log'))
const bare = await startBare()
const load = await servant<Order, Answer>(here('./load.ts'), [resolve('messages.jsonl')])
type Round = Answer & { readonly processor: number }

const results = new Map<string, Round[]>([
  [ours.name, []],
  [bare.name, []],
])
for (let round = 0; round < WARM_UP + ROUNDS; round++) {
  for (const server of round % 2 === 0 ? [ours, bare] : [bare, ours]) {
    const from = round * MESSAGES
    const before = processorSeconds(server.process)
    const answer = await load.ask({ port: server.port, from, to: from + MESSAGES, connections: CONNECTIONS })
    if (round < WARM_UP) continue
    results.get(server.name)?.push({ ...answer, processor: processorSeconds(server.process) - before })
  }
}
load.end()
await Promise.all([stop(ours.process), stop(bare.process)])

const throughput = figures('messages', 'a second', (answer) => answer.latencies.length / answer.seconds)
hand({
  figures: [
    ...throughput,
    ...figures('latency, p50', 'ms', (answer) => quantile(answer.latencies, 0.5)),
    ...figures('latency, p99', 'ms', (answer) => quantile(answer.latencies, 0.99)),
    ...figures('processor time', 'µs a message', ({ processor }) => (processor * 1e6) / MESSAGES),
  ],
  verdicts: [atLeast('messages a second against the bare handler', 0.5, throughput[0]?.ratio ?? 0)],
  notes: [
    `${MESSAGES} distinct signed messages a round from ${telephones.length} registered telephones, ${CONNECTIONS} connections kept alive, ${ROUNDS} rounds in turn after ${WARM_UP} to warm up.`,
    `Ours answers in ${threads} threads (THREADS), the bare one in its only one.`,
    'Processor time, of all threads of the server, tells more than messages a second where the machine is busy with other things.',
    'The load generator is a process of its own and shares the machine: on two processors it takes one.',
    'Ours reads the household, understands, determines, writes an answer, seals and commits it with the session; the bare one looks up a row, inserts one, and answers a fixed text.',
    trouble(ours.name),
    trouble(bare.name),
  ],
})

async function startOurs(): Promise<Server> {
  const log = resolve('ours.log')
  const imported = await runToEnd({
    file: join(ROOT, 'src/cli/register-import.ts'),
    args: [register],
    env: SETTINGS,
    cwd: process.cwd(),
    log,
  })
  if (imported === 1) throw new Error('the sample register was not imported')
  const port = await freePort()
  const child = start({
    file: join(ROOT, 'src/server.ts'),
    env: { ...SETTINGS, PORT: String(port) },
    cwd: process.cwd(),
    log,
  })
  await untilReady(`http://127.0.0.1:${port}/readyz`, child)
  return { name: 'huixue', port, process: child }
}

/** How many threads answer, once all of them do. */
async function joinedThreads(log: string): Promise<number> {
  for (;;) {
    const lines = readFileSync(log, 'utf8')
    const threads = Number(/"threads":(\d+)/.exec(lines)?.[1] ?? Number.NaN)
    if (lines.split('"listening too"').length === threads) return threads
    await sleep(100)
  }
}

async function startBare(): Promise<Server> {
  const port = await freePort()
  const args = [String(port), resolve('telephones.txt'), resolve('bare.db'), PROVIDER.url, PROVIDER.token]
  const child = start({ file: here('./bare-server.ts'), args, cwd: process.cwd(), log: resolve('bare.log') })
  await untilReady(`http://127.0.0.1:${port}/readyz`, child)
  return { name: 'bare Hono + better-sqlite3', port, process: child }
}

function figures(name: string, unit: string, of: (round: Round) => number): Figure[] {
  const base = median((results.get(bare.name) ?? []).map(of))
  return [...results].map(([contender, answers]) => {
    const values = answers.map(of)
    const figure = median(values)
    return {
      name,
      contender,
      figure,
      unit,
      spread: spreadOf(values),
      ratio: figure / base,
      n: MESSAGES * ROUNDS,
    }
  })
}

function trouble(name: string): string {
  const answers = results.get(name) ?? []
  const sum = (of: (answer: Answer) => number) => answers.reduce((total, answer) => total + of(answer), 0)
  return `${name}: ${sum((answer) => answer.refused)} not answered with 200, ${sum((answer) => answer.silent)} answered without a text.`
}
