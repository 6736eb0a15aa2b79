import { textsIn } from '../../i18n/texts.ts'
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
    <table class="ledger">
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
            <td>{entry.toldOn}</td>
            <td>{entry.appliedOn}</td>
            <td>{entry.grantedOn}</td>
            <td>
              {entry.paidOn} {entry.paidAmount === null ? '' : (entry.paidAmount / 100).toFixed(2)}
            </td>
            <td>
              {entry.refusedOn} {entry.reason}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
