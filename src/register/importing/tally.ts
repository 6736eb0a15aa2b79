import type { Rejection, Warning, WarningReason } from '../reasons.ts'
import type { Member } from '../row.ts'
import type { Outcomes } from './apply.ts'
import type { ImportReport, Listener } from './report.ts'

type Rest = Pick<ImportReport, 'importId' | 'takenOn' | 'missing' | 'unknownColumns'> & {
  readonly read: number
}

/** Counts what an import finds while passing it on. */
export function tally(listener: Listener) {
  const warnings: Partial<Record<WarningReason, number>> = {}
  const persons: Outcomes = { added: 0, changed: 0, unchanged: 0 }
  const households: Outcomes = { added: 0, changed: 0, unchanged: 0 }
  let rejected = 0
  const warned = (warning: Warning) => {
    warnings[warning.reason] = (warnings[warning.reason] ?? 0) + 1
    listener.warned?.(warning)
  }
  return {
    warned,
    rejected: (rejection: Rejection) => {
      rejected++
      listener.rejected?.(rejection)
    },
    repeated: ({ line }: Member) => {
      persons.unchanged++
      warned({ line, column: 'personNumber', reason: 'person-repeated' })
    },
    applied: (outcomes: { readonly persons: Outcomes; readonly households: Outcomes }) => {
      add(persons, outcomes.persons)
      add(households, outcomes.households)
    },
    report: ({ read, ...rest }: Rest): ImportReport => ({
      ...rest,
      counts: { read, ...persons, rejected },
      households,
      warnings,
    }),
  }
}

function add(to: Outcomes, more: Outcomes): void {
  to.added += more.added
  to.changed += more.changed
  to.unchanged += more.unchanged
}
