/** A broadcast's way, in this process: approved, put in the outbox, sent; with what it takes of memory. */
import { setTimeout as sleep } from 'node:timers/promises'
import { approveBroadcast } from '../../../src/broadcasts/life/approve.ts'
import { createBroadcast } from '../../../src/broadcasts/life/create.ts'
import { feedBroadcasts } from '../../../src/broadcasts/sending/feed.ts'
import { submitBroadcast } from '../../../src/broadcasts/life/submit.ts'
import { drainChannel } from '../../../src/outbox/drain-channel.ts'
import { FEED, startBroadcastLoop } from '../../../src/runtime/broadcast-loop.ts'
import type { Opened } from '../../../src/runtime/node.ts'
import { startOutboxLoop } from '../../../src/runtime/outbox-loop.ts'
import type { Services } from '../../../src/services.ts'
import { tokenActor } from '../../../src/staff/actor.ts'
import { realTime } from '../../../src/time/time.ts'
import { type Tenths, tenthsOf } from './memory.ts'
import { PLAN } from './scene.ts'
import { takenBy } from './taken.ts'

const CONCURRENCY = 32

/** Has a broadcast approved while the loops of the server run; seconds until that is done, and until the first message is with the provider. */
export async function firstAfterApproval(
  { services, onWake }: Opened,
  provider: string,
): Promise<{ readonly approving: number; readonly first: number }> {
  const author = tokenActor('author')
  const created = must(await createBroadcast(services, author, PLAN))
  must(await submitBroadcast(services, author, created.id))
  await takenBy(provider, { forgets: true })
  const ends = [startBroadcastLoop(services, onWake), startOutboxLoop(services, onWake)]
  const began = Date.now()
  must(await approveBroadcast(services, tokenActor('approver'), created.id))
  const approving = Date.now() - began
  let { firstAt } = await takenBy(provider, { forgets: false })
  while (firstAt === null) {
    await sleep(5)
    firstAt = (await takenBy(provider, { forgets: false })).firstAt
  }
  for (const end of ends) await end()
  return { approving: approving / 1000, first: (firstAt - began) / 1000 }
}

/** What was done of a long work, how long it took in seconds, and the memory after each tenth of the whole. */
export type Stretch = { readonly done: number; readonly seconds: number; readonly memory: Tenths }

/** Puts the broadcast's messages in the outbox as the server does, all of them or as many as there is time for. */
export async function putIn(services: Services, total: number, mostMs: number): Promise<Stretch> {
  const before = await lastIn(services)
  const tenths = tenthsOf(total - before)
  const began = performance.now()
  const isStopping = () => performance.now() - began > mostMs
  // Called after each page.
  const wake = () => void lastIn(services).then((last) => tenths.done(last - before))
  let isMore = true
  while (isMore && !isStopping())
    isMore = await feedBroadcasts({ ...services, wake }, { ...FEED, isStopping })
  const seconds = (performance.now() - began) / 1000
  return { done: (await lastIn(services)) - before, seconds, memory: tenths.all() }
}

/** Sends all that is in the outbox. */
export async function sendAll(services: Services): Promise<Stretch> {
  const { sms } = services.senders
  if (sms === undefined) throw new Error('no sender')
  const [row] = await services.store.rows<{ count: number }>(QUEUED)
  const total = row?.count ?? 0
  const tenths = tenthsOf(total)
  let sent = 0
  const counting = {
    ...sms,
    send: async (...message: Parameters<typeof sms.send>) => {
      const result = await sms.send(...message)
      tenths.done(++sent)
      return result
    },
  }
  const limits = {
    time: realTime,
    budgetMs: 600_000,
    turns: Number.POSITIVE_INFINITY,
    concurrency: CONCURRENCY,
  }
  const began = performance.now()
  await drainChannel(services, 'sms', counting, limits)
  return { done: sent, seconds: (performance.now() - began) / 1000, memory: tenths.all() }
}

const QUEUED = `select count(*) as count from outbox where state = 'queued' and channel = 'sms'`

// Nothing is taken out of it: the last row's number is how many there are.
async function lastIn({ store }: Services): Promise<number> {
  const [row] = await store.rows<{ last: number | null }>('select max(rowid) as last from outbox')
  return row?.last ?? 0
}

function must<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: unknown },
): T {
  if (!result.ok) throw new Error(JSON.stringify(result.fault))
  return result.value
}
