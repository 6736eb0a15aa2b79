import type { Settings } from '../settings.ts'

/** More than these would wait for each other: a database has one writer at a time. */
const MOST = 4

export type Machine = {
  /** As `process.platform` has it. */
  readonly platform: string
  /** Node's version, such as `24.21.0`. */
  readonly node: string
  readonly processors: number
}

/**
 * How many threads answer HTTP: as THREADS says, else one a processor, up to four. One alone where they could not share
 * the port or the database; a fault, by the setting's name, where more are asked for there.
 */
export function threadsOf(
  { threads, databasePath }: Pick<Settings, 'threads' | 'databasePath'>,
  { platform, node, processors }: Machine,
): number | { readonly fault: string } {
  const missing = [
    ...(platform === 'linux' && Number.parseInt(node, 10) >= 24 ? [] : ['Linux and Node 24']),
    ...(databasePath === ':memory:' ? ['a database file'] : []),
  ]
  if (missing.length === 0) return threads ?? Math.min(processors, MOST)
  if (threads === undefined || threads === 1) return 1
  return { fault: `THREADS: more than 1 needs ${missing.join(', and ')}` }
}
