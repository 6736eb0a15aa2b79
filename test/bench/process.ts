import { type ChildProcess, fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { childEnvironment, NODE_ARGS } from './child.ts'

export type Command = {
  readonly file: string
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  readonly cwd: string
  /** Where stdout goes. */
  readonly log: string
}

const TICKS_A_SECOND = 100

const START_ARGS = [
  ...NODE_ARGS,
  '--import',
  new URL('../../src/runtime/plain-types.ts', import.meta.url).href,
]

const running = new Set<ChildProcess>()
process.on('exit', () => {
  for (const child of running) child.kill()
})

/** Starts one of our TypeScript programs as a process of its own, the way `npm start` does. */
export function start({ file, args = [], env = {}, cwd, log }: Command): ChildProcess {
  const out = openSync(log, 'a')
  const child = spawn(process.execPath, [...START_ARGS, file, ...args], {
    cwd,
    env: childEnvironment(env),
    stdio: ['ignore', out, 'inherit'],
  })
  closeSync(out)
  return tracked(child)
}

/** Runs one to its end; its exit code. */
export async function runToEnd(command: Command): Promise<number> {
  const [code] = (await once(start(command), 'exit')) as [number | null]
  return code ?? 1
}

export async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const exited = once(child, 'exit')
  child.kill('SIGTERM')
  await exited
}

/** Waits until a server answers 200 there. */
export async function untilReady(url: string, child: ChildProcess, patience = 60_000): Promise<void> {
  const end = Date.now() + patience
  while (Date.now() < end) {
    if (child.exitCode !== null) throw new Error(`the server of ${url} ended with ${child.exitCode}`)
    const answered = await fetch(url).then(
      (response) => response.ok,
      () => false,
    )
    if (answered) return
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error(`${url} did not answer in time`)
}

/** Processor time a process has used so far, all its threads, in seconds; NaN where the system does not say (it does on Linux). */
export function processorSeconds({ pid }: ChildProcess): number {
  const file = `/proc/${pid}/stat`
  if (!existsSync(file)) return Number.NaN
  const fields = readFileSync(file, 'utf8').split(') ')[1]?.split(' ') ?? []
  const ticks = Number(fields[11]) + Number(fields[12])
  return ticks / TICKS_A_SECOND
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

/** A process that answers each message it is sent with one. */
export type Servant<Order, Answer> = {
  readonly ask: (order: Order) => Promise<Answer>
  readonly end: () => void
}

export async function servant<Order extends object, Answer>(
  file: string,
  args: readonly string[],
): Promise<Servant<Order, Answer>> {
  const child = tracked(fork(file, args, { env: childEnvironment(), execArgv: [...NODE_ARGS] }))
  await once(child, 'message')
  return {
    ask: async (order) => {
      const answered = once(child, 'message')
      child.send(order)
      const [answer] = (await answered) as [Answer]
      return answer
    },
    end: () => child.kill(),
  }
}

// What is still running when a benchmark breaks goes with it.
function tracked(child: ChildProcess): ChildProcess {
  running.add(child)
  child.once('exit', () => running.delete(child))
  return child
}
