import { textsIn } from '../../i18n/texts.ts'
import { yuan } from '../../i18n/figures.ts'
import type { LedgerEntry } from '../../register/ledger-entry.ts'
import type { Desk } from '../desk.ts'

/** What came of a person's programmes, a row for each and each school year. */
export function LedgerTable({
  desk,
  entries,
}: {
  readonly desk: Desk
  readonly entries: readonly LedgerEntry[]
}) {
  const say = textsIn(desk.language)
  if (entries.length === 0) return null
  return (
    <table class="cards">
      <thead>
        <tr>
          <th>{say('console:ledger.programme')}</th>
          <th>{say('console:ledger.year')}</th>
          <th>{say('console:ledger.told')}</th>
          <th>{say('console:ledger.applied')}</th>
          <th>{say('console:ledger.granted')}</th>
          <th>{say('console:ledger.paid')}</th>
          <th>{say('console:ledger.refused')}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr>
            <td>{say(`policy:programme.${entry.programme}.name`)}</td>
            <td>{`${entry.schoolYear}–${entry.schoolYear + 1}`}</td>
            <Step at={entry.toldOn} name={say('console:ledger.told')} />
            <Step at={entry.appliedOn} name={say('console:ledger.applied')} />
            <Step at={entry.grantedOn} name={say('console:ledger.granted')} />
            <Step
              at={entry.paidOn}
              name={say('console:ledger.paid')}
              more={entry.paidAmount === null ? null : yuan(entry.paidAmount)}
            />
            <Step at={entry.refusedOn} name={say('console:ledger.refused')} more={entry.reason} />
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type Taken = { readonly at: string | null; readonly name: string; readonly more?: string | null }

// A step not taken is an empty cell, which a telephone leaves out.
function Step({ at, name, more = null }: Taken) {
  if (at === null && more === null) return <td />
  return (
    <td data-label={name}>
      {at === null ? null : <time>{at}</time>} {more}
    </td>
  )
}
