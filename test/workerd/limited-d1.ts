import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'

/** D1's documented limits on the paid plan: developers.cloudflare.com/d1/platform/limits, of 21 April 2026. */
const D1_LIMITS = {
  queriesAnInvocation: 1000,
  boundParameters: 100,
  statementBytes: 100_000,
  valueBytes: 2_000_000,
} as const

type LimitedD1 = {
  readonly database: D1Database
  /** A new invocation has all its queries. */
  readonly begin: () => void
  /** How many queries this invocation has made; each statement of a batch is one. */
  readonly spent: () => number
}

/** The real D1, which refuses what Cloudflare's would: the local one does not count. */
export function limitedD1(real: D1Database): LimitedD1 {
  let spent = 0
  const originals = new WeakMap<object, D1PreparedStatement>()
  const spend = (queries: number) => {
    spent += queries
    if (spent > D1_LIMITS.queriesAnInvocation)
      throw new Error('D1_ERROR: too many queries by a single Worker invocation')
  }
  const limited = (statement: D1PreparedStatement): D1PreparedStatement => {
    const proxy = new Proxy(statement, {
      get: (of, name) => {
        if (name === 'bind')
          return (...values: readonly unknown[]) => {
            refuseValues(values)
            return limited(of.bind(...values))
          }
        return (...args: never[]): unknown => {
          spend(1)
          return call(of, name, args)
        }
      },
    })
    originals.set(proxy, statement)
    return proxy
  }
  const database = new Proxy(real, {
    get: (of, name) => {
      if (name === 'prepare')
        return (sql: string) => {
          if (bytesOf(sql) > D1_LIMITS.statementBytes) throw new Error('D1_ERROR: statement too long')
          return limited(of.prepare(sql))
        }
      if (name === 'batch')
        return (statements: readonly D1PreparedStatement[]) => {
          spend(statements.length)
          return of.batch(statements.map((one) => originals.get(one) ?? one))
        }
      return (...args: never[]): unknown => call(of, name, args)
    },
  })
  return { database, begin: () => (spent = 0), spent: () => spent }
}

function refuseValues(values: readonly unknown[]): void {
  if (values.length > D1_LIMITS.boundParameters) throw new Error('D1_ERROR: too many bound parameters')
  for (const value of values)
    if (typeof value === 'string' && bytesOf(value) > D1_LIMITS.valueBytes)
      throw new Error('D1_ERROR: string or blob too big')
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length
}

// A method of the real thing, which knows nothing of its proxy.
function call(of: object, name: string | symbol, args: never[]): unknown {
  return (Reflect.get(of, name) as (...args: never[]) => unknown).apply(of, args)
}
