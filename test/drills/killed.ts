import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { NODE_ARGS } from '../bench/child.ts'
import { seeded } from '../bench/random.ts'
import { DRILL_DAY, fastTime } from './fast-time.ts'
import { fill, openDrill, type Tally, tally } from './outbox.ts'
import { startProvider } from './provider.ts'

const PROCESS = fileURLToPath(new URL('./sending-process.ts', import.meta.url))
const SPEED = 20

export type Killed = {
  readonly messages: number
  readonly kills: number
  readonly rate: number
  /** Whether the provider can be asked for what was lost. */
  readonly asks: boolean
  /** Of when it is killed, and how long the provider takes. */
  readonly seed: number
}

/** `kill -9` at so many random moments of a sending, each time begun anew, then finished; and what came of it. */
export async function killedDrill(
  folder: string,
  { messages, kills, rate, asks, seed }: Killed,
): Promise<Tally & { readonly kills: number }> {
  const epoch = Date.now()
  const time = fastTime(epoch, SPEED, DRILL_DAY)
  const moments = seeded(seed)
  const delays = seeded(seed + 1)
  const provider = await startProvider(time.now, () => ({ kind: 'takes', afterMs: delays.next() * 20 }))
  const path = join(folder, `killed-${asks}.db`)
  const before = await openDrill(path, provider.base, time, rate)
  await fill(before.services, messages)
  before.close()

  const begin = () => {
    const args = [path, provider.base, epoch, SPEED, rate, asks ? 'asks' : 'silent'].map(String)
    return spawn(process.execPath, [...NODE_ARGS, PROCESS, ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
    })
  }
  let killed = 0
  for (let nth = 0; nth < kills; nth++) {
    const child = begin()
    const ended = once(child, 'exit')
    // Told in messages, not in seconds: a slow machine is killed in the same places as a fast one.
    const moment =
      provider.taken.length + someOf(messages - provider.taken.length, kills - nth, moments.next())
    while (provider.taken.length < moment && child.exitCode === null) await sleep(1)
    await sleep(moments.next() * 5)
    if (child.exitCode === null) killed++
    child.kill('SIGKILL')
    await ended
  }
  await endOf(begin())

  const after = await openDrill(path, provider.base, time, rate)
  const result = await tally(after.services, provider.taken, messages)
  after.close()
  await provider.close()
  return { ...result, kills: killed }
}

/** Of those `left`, how many before the next of so many kills: on average an even share, never the last tenth. */
export function someOf(left: number, kills: number, chance: number): number {
  return Math.ceil(chance * 0.9 * Math.min(left, (2 * left) / (kills + 1)))
}

async function endOf(child: ChildProcess): Promise<void> {
  const [code] = (await once(child, 'exit')) as [number | null]
  if (code !== 0) throw new Error(`the last sending ended with ${code}`)
}
