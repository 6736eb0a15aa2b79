import type { Rejection, Warning, WarningReason } from '../reasons.ts'
import type { Member } from '../row.ts'
import type { ImportReport, Listener, Outcomes, Tally } from './report.ts'

type Rest = Pick<ImportReport, 'importId' | 'takenOn' | 'missing' | 'unknownColumns'> & {
  readonly read: number
}

const NONE: Readonly<Outcomes> = { added: 0, changed: 0, unchanged: 0 }
const NOTHING_YET: Tally = { persons: NONE, households: NONE, warnings: {}, rejected: 0 }

/** Counts what an import finds while passing it on. */
export function tally(listener: Listener, from: Tally = NOTHING_YET) {
  const warnings: Partial<Record<WarningReason, number>> = { ...from.warnings }
  const persons: Outcomes = { ...from.persons }
  const households: Outcomes = { ...from.households }
  let { rejected } = from
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
    soFar: (): Tally => ({ persons, households, warnings, rejected }),
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
