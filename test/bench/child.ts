import { type ChildProcess, fork } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('../../', import.meta.url))

export type ChildOptions = {
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** Node's own options, beside those that all of ours have. */
  readonly nodeArgs?: readonly string[]
  readonly cwd: string
}

/** What `node` needs to run our TypeScript from any directory, as the npm scripts run it; with `BENCH_NODE_ARGS`, say `--cpu-prof`, to look closer. */
export const NODE_ARGS = [
  ...(process.env['BENCH_NODE_ARGS'] ?? '').split(' ').filter((arg) => arg !== ''),
  '--import',
  import.meta.resolve('tsx'),
  '--import',
  new URL('../../src/runtime/quick-modules.ts', import.meta.url).href,
]

export function childEnvironment(more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  return { ...process.env, TSX_TSCONFIG_PATH: join(ROOT, 'tsconfig.json'), ...more }
}

/** Runs a TypeScript file in its own process and gives the one message it sends; null where it fails without one. */
export function inChild<T>(
  file: string,
  { args = [], env = {}, nodeArgs = [], cwd }: ChildOptions,
): Promise<T | null> {
  const child: ChildProcess = fork(file, args, {
    cwd,
    env: childEnvironment(env),
    execArgv: [...NODE_ARGS, ...nodeArgs, '--expose-gc'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  return new Promise((resolve) => {
    let message: T | null = null
    child.on('message', (received) => {
      message = received as T
    })
    child.on('exit', () => resolve(message))
  })
}

/** A directory of its own for as long as `use` takes. */
export async function inTemporaryDirectory<T>(use: (directory: string) => Promise<T>): Promise<T> {
  const directory = await mkdtemp(join(tmpdir(), 'huixue-bench-'))
  try {
    return await use(directory)
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}
