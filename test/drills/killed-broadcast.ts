import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { approveBroadcast } from '../../src/broadcasts/life/approve.ts'
import { createBroadcast } from '../../src/broadcasts/life/create.ts'
import type { BroadcastResult } from '../../src/broadcasts/life/move.ts'
import type { Services } from '../../src/services.ts'
import { tokenActor } from '../../src/staff/actor.ts'
import { childEnvironment, NODE_ARGS, ROOT } from '../bench/child.ts'
import { seeded } from '../bench/random.ts'
import { PLAN } from '../contracts/broadcasts/plan.ts'
import { importFamilies } from '../contracts/families.ts'
import { DRILL_DAY, fastTime } from './fast-time.ts'
import { openDrill, settingsOf, type Tally } from './outbox.ts'
import { type Provider, startProvider } from './provider.ts'
import { someOf } from './killed.ts'

const SERVER = join(ROOT, 'src/server.ts')
const FAST_CLOCK = new URL('./fast-clock.ts', import.meta.url).href
const SPEED = 40
/** Messages a second of that time: slow enough that pages go into the outbox while others leave it. */
const RATE = 3

type Killed = { readonly families: number; readonly kills: number; readonly seed: number }

/**
 * The real program (`npm start`) killed by `kill -9` at so many random moments of an approved broadcast, its pages being put
 * into the outbox as well as its messages leaving, then left to finish; and what came of it.
 */
export async function killedBroadcastDrill(
  folder: string,
  { families, kills, seed }: Killed,
): Promise<Tally & { readonly kills: number; readonly state: string }> {
  const epoch = Date.now()
  const time = fastTime(epoch, SPEED, DRILL_DAY)
  const random = seeded(seed)
  const provider = await startProvider(time.now, () => ({ kind: 'takes', afterMs: random.next() * 20 }))
  const path = join(folder, 'killed-broadcast.db')
  const { services, close } = await openDrill(path, provider.base, time, RATE)
  await importFamilies(
    services,
    Array.from({ length: families }, () => ({})),
  )
  await approved(services)

  const begin = () => {
    const env = {
      ...settingsOf(path, provider.base, RATE),
      PORT: '0',
      DRILL_EPOCH: String(epoch),
      DRILL_SPEED: String(SPEED),
    }
    const args = [...NODE_ARGS, '--import', FAST_CLOCK, SERVER]
    return spawn(process.execPath, args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: childEnvironment(env),
      cwd: ROOT,
    })
  }
  let killed = 0
  for (let nth = 0; nth < kills; nth++) {
    const child = begin()
    const left = families - provider.taken.length
    await until(child, provider, provider.taken.length + someOf(left, kills - nth, random.next()))
    if (child.exitCode === null) killed++
    await end(child, 'SIGKILL')
  }
  const last = begin()
  while (last.exitCode === null && !(await isOver(services))) await sleep(100)
  await end(last, 'SIGTERM')

  const result = await tallyOf(services, provider, families)
  close()
  await provider.close()
  return { ...result, kills: killed }
}

async function approved(services: Services): Promise<void> {
  const { id } = must(await createBroadcast(services, tokenActor('li'), PLAN))
  must(await approveBroadcast(services, tokenActor('wang'), id))
}

function must<T>(result: BroadcastResult<T>): T {
  if (!result.ok) throw new Error(result.fault.code)
  return result.value
}

async function until(child: ChildProcess, { taken }: Provider, messages: number): Promise<void> {
  while (taken.length < messages && child.exitCode === null) await sleep(1)
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const ended = once(child, 'exit')
  if (child.exitCode !== null) throw new Error(`the program ended by itself with ${child.exitCode}`)
  child.kill(signal)
  await ended
}

const OPEN = `select 1 from broadcasts where state <> 'done'
  union all select 1 from outbox where state in ('queued', 'sending') or (state = 'unknown' and lease is not null)`

// All of it settled, what was lost with a killed process too.
async function isOver({ store }: Services): Promise<boolean> {
  return (await store.rows(OPEN)).length === 0
}

async function tallyOf({ store }: Services, { taken }: Provider, families: number) {
  const times = new Map<string, number>()
  for (const { to } of taken) times.set(to, (times.get(to) ?? 0) + 1)
  const rows = await store.rows<{ state: string; count: number }>(
    `select o.state, count(*) as count from broadcast_deliveries d join outbox o on o.id = d.outbox_id group by o.state`,
  )
  const of = (state: string) => rows.find((row) => row.state === state)?.count ?? 0
  const [broadcast] = await store.rows<{ state: string }>('select state from broadcasts')
  return {
    messages: families,
    sent: of('sent'),
    unknown: of('unknown'),
    failed: of('failed'),
    lost: families - times.size - of('unknown') - of('failed'),
    doubled: [...times.values()].filter((often) => often > 1).length,
    state: broadcast?.state ?? '',
  }
}
