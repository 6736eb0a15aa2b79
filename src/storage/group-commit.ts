import type Sqlite from 'better-sqlite3'
import type { Statement } from './store.ts'

/** What came of one unit of a group; an error undid that unit alone. */
export type Settled = 'committed' | { readonly error: unknown }

type Unit = {
  readonly statements: readonly Statement[]
  readonly settle: (settled: Settled) => void
}

/**
 * Commits the units that wait at the same moment in one transaction, each in a savepoint of its own: writing the log is
 * most of a small unit's cost, and a busy minute shares it. A unit is settled only once the whole group is on disk.
 */
export function groupCommit(
  sqlite: Sqlite.Database,
  run: (statements: readonly Statement[]) => void,
): (statements: readonly Statement[]) => Promise<Settled> {
  const begin = sqlite.prepare('begin immediate')
  const commit = sqlite.prepare('commit')
  const rollback = sqlite.prepare('rollback')
  const inSavepoint = sqlite.transaction(run)
  let waiting: Unit[] = []

  return (statements) =>
    new Promise((settle) => {
      waiting.push({ statements, settle })
      if (waiting.length === 1) setImmediate(flush)
    })

  function flush(): void {
    const units = waiting
    waiting = []
    const outcomes = committed(units)
    for (const [at, { settle }] of units.entries()) settle(outcomes[at] ?? { error: undefined })
  }

  function committed(units: readonly Unit[]): readonly Settled[] {
    try {
      begin.run()
      const outcomes = units.map(({ statements }) => attempt(statements))
      commit.run()
      return outcomes
    } catch (error) {
      if (sqlite.inTransaction) rollback.run()
      return units.map(() => ({ error }))
    }
  }

  function attempt(statements: readonly Statement[]): Settled {
    try {
      inSavepoint(statements)
      return 'committed'
    } catch (error) {
      // A full disk and its like end the whole transaction, not the savepoint.
      if (!sqlite.inTransaction) throw error
      return { error }
    }
  }
}
