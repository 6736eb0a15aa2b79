import { textsIn } from '../../i18n/texts.ts'
import type { LedgerEntry } from '../../register/ledger-entry.ts'
import type { Desk } from '../desk.ts'
import { LedgerSteps } from '../views/ledger-steps.tsx'

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
          <th>{say('console:gap.came')}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr>
            <td>{say(`policy:programme.${entry.programme}.name`)}</td>
            <td class="whole">{`${entry.schoolYear}–${entry.schoolYear + 1}`}</td>
            <td>
              <LedgerSteps desk={desk} line={entry} reason={entry.reason} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
