import type { By } from '../../determinations/refresh.ts'
import { textsIn } from '../../i18n/texts.ts'
import type { HouseholdLinks } from '../../linking/staff-links.ts'
import type { StandingCorrection } from '../../register/corrections/correct-person.ts'
import type { CorrectedByStaff } from '../../register/corrections/read-standing-correction.ts'
import { type Household, standingOn } from '../../register/household.ts'
import type { Told } from '../../told/read-told.ts'
import { countyName } from '../area-name.ts'
import type { Called } from '../called.ts'
import type { Desk, DeskContext } from '../desk.ts'
import { framed } from '../frame.tsx'
import { BackToCase, type FromCase } from './from-case.tsx'
import { LinksSection } from './links.tsx'
import { PersonSection } from './person.tsx'
import { headOf } from './search-page.tsx'
import { Standings } from './standings.tsx'
import { ToldSection } from './told.tsx'

/** What staff see of a household beside its record. */
type Beside = {
  readonly linked: HouseholdLinks
  readonly corrections: readonly StandingCorrection[]
  /** What staff put right of its standing. */
  readonly restood: CorrectedByStaff | null
  readonly told: readonly Told[]
  readonly from: FromCase | null
  readonly called: Called
}

/** A household: its standing over time, its persons, and what each qualifies for on the day, with every reason. */
export function householdPage(
  c: DeskContext,
  household: Household,
  by: By,
  { linked, corrections, restood, told, from, called }: Beside,
): Promise<Response> {
  const desk = c.get('desk')
  const { day } = by
  return framed(c, {
    here: 'households',
    title: headOf(household),
    children: (
      <>
        {from === null ? null : <BackToCase desk={desk} from={from} />}
        <Facts desk={desk} household={household} day={day} />
        <Standings desk={desk} household={household} restood={restood} from={from} called={called} />
        <DayForm desk={desk} day={day} from={from} />
        {household.persons.map((person) => (
          <PersonSection
            desk={desk}
            household={household}
            person={person}
            by={by}
            from={from}
            corrections={corrections.filter((one) => one.person === person.id)}
            called={called}
          />
        ))}
        <ToldSection desk={desk} told={told} />
        <LinksSection desk={desk} householdId={household.id} linked={linked} />
      </>
    ),
  })
}

type OfDay = { readonly desk: Desk; readonly day: string }

function Facts({ desk, household, day }: OfDay & { readonly household: Household }) {
  const say = textsIn(desk.language)
  return (
    <dl class="facts">
      <dt>{say('console:staff.area')}</dt>
      <dd>
        {countyName(household.county, desk.language)} {household.township} {household.village.name}
      </dd>
      <dt>{say('console:household.standing')}</dt>
      <dd>{say(`console:standing.${standingOn(household, day)?.standing ?? 'none'}`)}</dd>
      <dt>{say('console:household.taken')}</dt>
      <dd>{household.takenOn}</dd>
    </dl>
  )
}

function DayForm({ desk, day, from }: OfDay & { readonly from: FromCase | null }) {
  const say = textsIn(desk.language)
  return (
    <>
      <p class="on-paper">
        {say('console:household.day')} {day}
      </p>
      <form method="get" class="row">
        {from === null ? null : <input type="hidden" name="case" value={from.id} />}
        <label>
          {say('console:household.day')}
          <input type="date" name="day" value={day} />
        </label>
        <button type="submit" class="secondary">
          {say('console:household.determine')}
        </button>
      </form>
    </>
  )
}
