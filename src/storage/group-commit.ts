import type Sqlite from 'better-sqlite3'
import { BUSY_MS, codeOf } from './connection.ts'
import type { Statement } from './store.ts'

/** What came of one unit of a group; an error undid that unit alone. */
export type Settled = 'committed' | { readonly error: unknown }

const AGAIN_MS = 1

type Unit = {
  readonly statements: readonly Statement[]
  readonly settle: (settled: Settled) => void
}

/** Makes a group's units in the transaction that has begun, and ends it; null where they are to be made again, apart. */
type Make = (units: readonly Unit[]) => readonly Settled[] | null

/**
 * Commits the units that wait at the same moment in one transaction: writing the log is most of a small unit's cost, and a
 * busy minute shares it. They are made one after the other, without savepoints, which copy each page that is changed;
 * only where one fails are all undone and made again, each in a savepoint of its own. A unit is settled only once the whole
 * group is on disk.
 */
export function groupCommit(
  sqlite: Sqlite.Database,
  run: (statements: readonly Statement[]) => void,
): (statements: readonly Statement[]) => Promise<Settled> {
  const immediate = sqlite.prepare('begin immediate')
  const commit = sqlite.prepare('commit')
  const rollback = sqlite.prepare('rollback')
  const inSavepoint = sqlite.transaction(run)
  let waiting: Unit[] = []

  return (statements) =>
    new Promise((settle) => {
      waiting.push({ statements, settle })
      if (waiting.length === 1) setImmediate(flush, together, performance.now() + BUSY_MS)
    })

  function flush(make: Make, until: number): void {
    const begun = begin()
    if (isBusy(begun) && performance.now() < until) {
      setTimeout(flush, AGAIN_MS, make, until)
      return
    }
    const outcomes = begun === 'begun' ? make(waiting) : waiting.map(() => begun)
    if (outcomes === null) {
      flush(apart, until)
      return
    }
    const units = waiting
    waiting = []
    for (const [at, { settle }] of units.entries()) settle(outcomes[at] ?? { error: undefined })
  }

  // Whoever else writes is waited for between our turns: SQLite's own waiting stops the thread, each rest longer than the last.
  function begin(): 'begun' | { readonly error: unknown } {
    // By `exec`: a pragma is obeyed as it is prepared, and the driver's own way of asking makes an object for it.
    sqlite.exec('pragma busy_timeout = 0')
    try {
      immediate.run()
      return 'begun'
    } catch (error) {
      return { error }
    } finally {
      sqlite.exec(`pragma busy_timeout = ${BUSY_MS}`)
    }
  }

  function together(units: readonly Unit[]): readonly Settled[] | null {
    try {
      for (const { statements } of units) run(statements)
    } catch (error) {
      if (sqlite.inTransaction) rollback.run()
      return units.length === 1 ? [{ error }] : null
    }
    return ended(units.map(() => 'committed'))
  }

  function apart(units: readonly Unit[]): readonly Settled[] {
    try {
      return ended(units.map(({ statements }) => attempt(statements)))
    } catch (error) {
      if (sqlite.inTransaction) rollback.run()
      return units.map(() => ({ error }))
    }
  }

  function ended(outcomes: readonly Settled[]): readonly Settled[] {
    try {
      commit.run()
      return outcomes
    } catch (error) {
      if (sqlite.inTransaction) rollback.run()
      return outcomes.map(() => ({ error }))
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

function isBusy(begun: 'begun' | { readonly error: unknown }): boolean {
  return begun !== 'begun' && codeOf(begun.error).startsWith('SQLITE_BUSY')
}
