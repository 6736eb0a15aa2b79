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

/** The pieces before one are gone: other writes came between. */
const LOST = { code: 'WRITER_UNIT_LOST' } as const

/**
 * Makes writes once the last of their pieces has come, in one transaction; null until then. The database is held for no
 * longer than the writing takes: whoever else writes does not wait while the pieces are prepared.
 */
export function unitWriter(sqlite: Sqlite.Database): (piece: Piece) => Outcome | null {
  const run = sqlite.transaction(unitRunner(preparer(sqlite)))
  let unit = 0
  let waiting: Statement[] = []
  let isLost = true

  return (piece) => {
    if (piece.unit !== unit) {
      unit = piece.unit
      waiting = []
      isLost = piece.at !== 0
    }
    waiting.push(...piece.statements)
    if (!piece.isLast) return null
    const statements = waiting
    waiting = []
    return isLost ? LOST : outcomeAfter(() => run.immediate(statements))
  }
}

function outcomeAfter(write: () => void): Outcome {
  try {
    write()
    return 'committed'
  } catch (error) {
    const outcome = outcomeOf(error)
    return outcome instanceof StoreError ? { code: outcome.code } : outcome
  }
}
