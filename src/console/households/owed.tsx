import { benefitText, isMoney } from '../../conversation/words/benefits.ts'
import { paramIn } from '../../conversation/rendering/render.ts'
import { yuan } from '../../i18n/figures.ts'
import { textsIn } from '../../i18n/texts.ts'
import type { Determination } from '../../policy/determine.ts'
import type { Day } from '../../policy/facts.ts'
import { schoolYearOf } from '../../policy/school-year.ts'
import type { LedgerEntry } from '../../register/ledger-entry.ts'
import type { Desk } from '../desk.ts'

type Owed = {
  readonly desk: Desk
  readonly determinations: readonly Determination[]
  /** The person's own. */
  readonly ledger: readonly LedgerEntry[]
  readonly day: Day
}

/** What brings or spares a person money: how much by which clause, and how far it has come in the day's school year. */
export function OwedTable({ desk, determinations, ledger, day }: Owed) {
  const say = textsIn(desk.language)
  const owed = determinations.filter((one) => one.outcome === 'eligible' && isMoney(one))
  if (owed.length === 0) return null
  const year = schoolYearOf(day)
  return (
    <table class="cards owed">
      <thead>
        <tr>
          <th>{say('console:owed.what')}</th>
          <th>{say('console:owed.came', { year: `${year}–${year + 1}` })}</th>
        </tr>
      </thead>
      <tbody>
        {owed.map((one) => (
          <tr>
            <td>{paramIn(benefitText(one), desk.language)}</td>
            <td>
              <Came
                desk={desk}
                entry={ledger.find((of) => of.programme === one.programme && of.schoolYear === year)}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Came({ desk, entry }: { readonly desk: Desk; readonly entry: LedgerEntry | undefined }) {
  const say = textsIn(desk.language)
  if (entry === undefined) return <span class="late">{say('console:ledger-filter.not-applied')}</span>
  const { state, paidAmount } = entry
  const isOpen = state !== 'paid' && state !== 'refused'
  return (
    <span class={isOpen ? 'late' : ''}>
      {say(`console:ledger-filter.${state}`)} <time>{entry[DAY_OF[state]]}</time>{' '}
      {state === 'paid' && paidAmount !== null ? yuan(paidAmount) : null}
    </span>
  )
}

const DAY_OF = {
  told: 'toldOn',
  applied: 'appliedOn',
  granted: 'grantedOn',
  paid: 'paidOn',
  refused: 'refusedOn',
} as const
