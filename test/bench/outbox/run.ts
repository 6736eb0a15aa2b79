/** The outbox: putting in and sending, beside the bare statement and the bare request. */
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { twilioSender } from '../../../src/channels/sms/sender.ts'
import { drainChannel } from '../../../src/outbox/drain-channel.ts'
import { realTime } from '../../../src/time/time.ts'
import { statement } from '../../../src/storage/store.ts'
import { fastTime } from '../../drills/fast-time.ts'
import { fill, openDrill } from '../../drills/outbox.ts'
import { ACCOUNT } from '../../drills/provider.ts'
import { atLeast, type Figure, hand, median, QUICK, spreadOf } from '../harness.ts'
import { freePort, start, stop } from '../process.ts'

const ROUNDS = QUICK ? 2 : 5
const MESSAGES = QUICK ? 3000 : 10_000
const ROWS = QUICK ? 20_000 : 100_000
const CONCURRENCY = 32

const port = await freePort()
const server = start({
  file: fileURLToPath(new URL('./bare-server.ts', import.meta.url)),
  args: [String(port)],
  cwd: process.cwd(),
  log: resolve('server.log'),
})
const base = `http://127.0.0.1:${port}`
const { services, close } = await openDrill(resolve('outbox.db'), base, fastTime(Date.now(), 1), 1_000_000)
const { store } = services
const sender = twilioSender(services.settings)
if (sender === null) throw new Error('no sender')
await untilListening()

const rates = {
  enqueued: [] as number[],
  inserted: [] as number[],
  sent: [] as number[],
  fetched: [] as number[],
  // Microseconds of the processor for a message.
  sending: [] as number[],
  fetching: [] as number[],
}
const memory: number[] = []
for (let round = -1; round < ROUNDS; round++) {
  const enqueued = await aSecond(ROWS, () => fill(services, ROWS))
  const copied = await inserted()
  const ours = await sent()
  const bare = await costing(bareLoop)
  const measured = {
    enqueued,
    inserted: copied,
    sent: ours.rate,
    fetched: bare.rate,
    sending: ours.cost,
    fetching: bare.cost,
  }
  // The first round warms up.
  if (round < 0) continue
  for (const [name, rate] of Object.entries(measured)) rates[name as keyof typeof rates].push(rate)
  globalThis.gc?.()
  memory.push(process.memoryUsage().heapUsed / 2 ** 20)
}
close()
await stop(server)

hand({
  figures: [
    ...pair(
      'put in the outbox',
      'a second',
      ['huixue, sealed', rates.enqueued],
      ['bare insert … select', rates.inserted],
    ),
    ...pair('sent', 'a second', ['huixue, durable', rates.sent], ['bare fetch loop', rates.fetched]),
    ...pair(
      'sent, processor time',
      'µs a message',
      ['huixue, durable', rates.sending],
      ['bare fetch loop', rates.fetching],
    ),
  ],
  verdicts: [
    atLeast('sends a second against the bare fetch loop', 0.7, median(rates.sent) / median(rates.fetched)),
  ],
  notes: [
    `${ROWS} rows put in and ${MESSAGES} messages sent a round, ${CONCURRENCY} at once, ${ROUNDS} rounds in turn after one to warm up.`,
    'The bare insert copies the very rows, sealed already, into the same table with the same indexes.',
    'Processor time, of all threads, tells more than messages a second where the machine is busy with other things.',
    'Each claim is on the disk before its messages leave, and each answer is written down.',
    `Heap after each round, MiB: ${memory.map((mib) => mib.toFixed(0)).join(', ')}.`,
  ],
})

async function inserted(): Promise<number> {
  await write(
    'drop table if exists copied',
    'create table copied as select * from outbox',
    'delete from outbox',
  )
  const rate = await aSecond(ROWS, () => write('insert into outbox select * from copied'))
  await write('drop table copied', 'delete from outbox')
  return rate
}

async function sent(): Promise<Cost> {
  await fill(services, MESSAGES)
  const cost = await costing(async () => {
    const limits = {
      time: realTime,
      budgetMs: 600_000,
      turns: Number.POSITIVE_INFINITY,
      concurrency: CONCURRENCY,
    }
    await drainChannel(services, 'sms', sender as NonNullable<typeof sender>, limits)
  })
  await write('delete from outbox')
  return cost
}

/** Messages a second, and microseconds of the processor for each. */
type Cost = { readonly rate: number; readonly cost: number }

async function costing(work: () => Promise<void>): Promise<Cost> {
  const before = process.cpuUsage()
  const rate = await aSecond(MESSAGES, work)
  const { user, system } = process.cpuUsage(before)
  return { rate, cost: (user + system) / MESSAGES }
}

async function bareLoop(): Promise<void> {
  let nth = 0
  const one = async () => {
    while (nth < MESSAGES) {
      const body = new URLSearchParams({
        To: `+86138${10_000_000 + nth}`,
        From: '+15005550006',
        Body: `message ${nth++}`,
      })
      const response = await fetch(`${base}/2010-04-01/Accounts/${ACCOUNT}/Messages.json`, {
        method: 'POST',
        body,
        headers: { authorization: `Basic ${btoa(`${ACCOUNT}:drill`)}` },
        signal: AbortSignal.timeout(10_000),
      })
      await response.json()
    }
  }
  await Promise.all(Array.from({ length: CONCURRENCY }, one))
}

async function write(...sql: readonly string[]): Promise<void> {
  await store.atomically(sql.map((one) => statement(one)))
}

async function aSecond(units: number, work: () => Promise<void>): Promise<number> {
  const began = performance.now()
  await work()
  return units / ((performance.now() - began) / 1000)
}

type Measured = readonly [contender: string, values: readonly number[]]

function pair(name: string, unit: string, ours: Measured, peer: Measured): Figure[] {
  return [ours, peer].map(([contender, values]) => ({
    name,
    contender,
    figure: median(values),
    unit,
    spread: spreadOf(values),
    ratio: median(values) / median(peer[1]),
    n: values.length,
  }))
}

async function untilListening(): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    const answered = await fetch(base, { method: 'POST' }).then(
      () => true,
      () => false,
    )
    if (answered) return
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error('the server did not come up')
}
