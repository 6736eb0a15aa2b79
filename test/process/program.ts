import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { NODE_ARGS } from '../bench/child.ts'

export type Program = {
  readonly url: string
  /** Everything it has printed. */
  readonly output: () => string
  /** Its exit code, once `start` has printed all. */
  readonly ended: Promise<number | null>
  /** Ends it by the signal and gives its exit code. */
  readonly stop: (signal?: NodeJS.Signals) => Promise<number | null>
}

export type Environment = Readonly<Record<string, string>>

// What the scripts of these names run: started without npm between, so that a signal and an exit code are the program's own.
const ENTRIES = {
  start: { file: 'src/server.ts', endsWith: 'close' },
  // What it starts itself may hold its pipes a while longer.
  worker: { file: 'src/cli/worker-dev.ts', endsWith: 'exit' },
} as const

/** A slow machine takes long to start; that a program does not start at all is seen by its end. */
const STARTS_WITHIN_MS = 480_000

/** Starts the real program (`start` or `worker`) on a free port and waits until it is ready. */
export async function startProgram(script: 'start' | 'worker', environment: Environment): Promise<Program> {
  return startBy((given) => beginProgram(script, given), environment)
}

/** Starts the real program as a user does, by `npm start`: signals go to npm. */
export async function startByNpm(environment: Environment): Promise<Program> {
  return startBy((given) => follow(run('npm', ['start'], given), 'exit'), environment)
}

async function startBy(
  begin: (environment: Environment) => Omit<Program, 'url'>,
  environment: Environment,
): Promise<Program> {
  const port = await freePort()
  const url = `http://localhost:${port}`
  const program = begin({ PUBLIC_URL: url, ...environment, PORT: String(port) })
  await ready(url, program.ended, program.output)
  return { url, ...program }
}

/** Starts the real program and waits for nothing. */
export function beginProgram(script: 'start' | 'worker', environment: Environment): Omit<Program, 'url'> {
  const { file, endsWith } = ENTRIES[script]
  return follow(run('node', [...NODE_ARGS, file], environment), endsWith)
}

function follow(child: ChildProcess, endsWith: 'exit' | 'close'): Omit<Program, 'url'> {
  const ended = exitOf(child, endsWith)
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (output += chunk.toString()))
  return {
    ended,
    output: () => output,
    stop: async (signal = 'SIGTERM') => {
      child.kill(signal)
      return ended
    },
  }
}

/** Runs one npm script to its end, with `input` to read. */
export async function runScript(
  args: readonly string[],
  environment: Environment,
  input = '',
): Promise<{ code: number | null; output: string }> {
  const child = run('npm', ['run', '--silent', ...args], environment, 'pipe')
  child.stdin?.end(input)
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (output += chunk.toString()))
  return { code: await exitOf(child, 'close'), output }
}

function run(
  command: string,
  args: readonly string[],
  environment: Environment,
  input: 'ignore' | 'pipe' = 'ignore',
): ChildProcess {
  return spawn(command, args, { stdio: [input, 'pipe', 'pipe'], env: { ...process.env, ...environment } })
}

function exitOf(child: ChildProcess, event: 'exit' | 'close'): Promise<number | null> {
  return new Promise((resolve) => child.once(event, (code: number | null) => resolve(code)))
}

async function ready(url: string, ended: Promise<number | null>, output: () => string): Promise<void> {
  let over = false
  void ended.then(() => (over = true))
  for (const began = Date.now(); Date.now() - began < STARTS_WITHIN_MS && !over; ) {
    const answer = await fetch(`${url}/readyz`).catch(() => null)
    if (answer?.ok === true) return
    await sleep(200)
  }
  throw new Error(`the program did not become ready:\n${output()}`)
}

let nextPort = 20_000 + (process.pid % 10_000)

/** A port that nobody listens on, below those that systems give away by themselves: it is still free when it is asked for. */
async function freePort(): Promise<number> {
  const port = nextPort++
  const server = createServer()
  const isFree = await new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false)).listen(port, () => resolve(true))
  })
  if (!isFree) return freePort()
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** Starts one TypeScript entry and ends it by `kill -9` after so many milliseconds, wherever it is. */
export async function killDuring(
  args: readonly string[],
  environment: Environment,
  milliseconds: number,
): Promise<void> {
  const child = run('node', [...NODE_ARGS, ...args], environment)
  const ended = exitOf(child, 'exit')
  await sleep(milliseconds)
  child.kill('SIGKILL')
  await ended
}
