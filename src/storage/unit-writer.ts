import type Sqlite from 'better-sqlite3'
import { outcomeOf, preparer, unitRunner } from './connection.ts'
import { type Commit, type Statement, StoreError } from './store.ts'

/** A part of the writes that are made together, all or none. */
export type Piece = {
  /** Of the writes that it belongs to. */
  readonly unit: number
  /** Which of them it is, from 0. */
  readonly at: number
  readonly statements: readonly Statement[]
  readonly isLast: boolean
}

/** A failure by its code alone. */
export type Outcome = Commit | { readonly code: string }

/** The pieces before one were undone, by a failure or by writes that came between. */
const LOST = { code: 'WRITER_UNIT_LOST' } as const

/**
 * Makes writes as their pieces come, in one transaction from the first to the last; null until then. A unit that fails is
 * undone at once, and keeps the database no longer; so is one that another begins in the midst of.
 */
export function unitWriter(sqlite: Sqlite.Database): (piece: Piece) => Outcome | null {
  const begin = sqlite.prepare('begin immediate')
  const commit = sqlite.prepare('commit')
  const rollback = sqlite.prepare('rollback')
  const run = unitRunner(preparer(sqlite))
  let current: { readonly unit: number; failure: Outcome | null } = { unit: 0, failure: LOST }
  const undo = () => {
    if (sqlite.inTransaction) rollback.run()
  }

  return ({ unit, at, statements, isLast }) => {
    if (unit !== current.unit) {
      undo()
      current = { unit, failure: at === 0 ? null : LOST }
    }
    if (current.failure === null) current.failure = attempt(at === 0, statements, isLast)
    if (!isLast) return null
    return current.failure ?? 'committed'
  }

  function attempt(isFirst: boolean, statements: readonly Statement[], isLast: boolean): Outcome | null {
    try {
      if (isFirst) begin.run()
      run(statements)
      if (isLast) commit.run()
      return null
    } catch (error) {
      undo()
      const outcome = outcomeOf(error)
      return outcome instanceof StoreError ? { code: outcome.code } : outcome
    }
  }
}
