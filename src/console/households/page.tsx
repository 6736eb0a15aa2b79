import type { By } from '../../determinations/refresh.ts'
import { type Determination, determine } from '../../policy/determine.ts'
import { textsIn } from '../../i18n/texts.ts'
import { factsOf, type Household, isStale, type Person, standingOn } from '../../register/household.ts'
import type { HouseholdLinks } from '../../linking/staff-links.ts'
import { countyName } from '../area-name.ts'
import type { Desk, DeskContext } from '../desk.ts'
import { framed } from '../frame.tsx'
import { DeterminationTree } from './determination.tsx'
import { LedgerTable } from './ledger.tsx'
import { LinksSection } from './links.tsx'
import { headOf } from './search-page.tsx'

/** A household: its standing over time, its persons, and what each qualifies for on the day, with every reason. */
export function householdPage(
  c: DeskContext,
  household: Household,
  by: By,
  linked: HouseholdLinks,
): Promise<Response> {
  const desk = c.get('desk')
  const { day } = by
  const say = textsIn(desk.language)
  const standing = standingOn(household, day)
  return framed(c, {
    here: 'households',
    title: headOf(household),
    children: (
      <>
        <dl class="facts">
          <dt>{say('console:staff.area')}</dt>
          <dd>
            {countyName(household.county, desk.language)} {household.township} {household.village.name}
          </dd>
          <dt>{say('console:household.standing')}</dt>
          <dd>{say(`console:standing.${standing?.standing ?? 'none'}`)}</dd>
          <dt>{say('console:household.taken')}</dt>
          <dd>{household.takenOn}</dd>
        </dl>
        <Standings desk={desk} household={household} />
        <form method="get" class="row">
          <label>
            {say('console:household.day')}
            <input type="date" name="day" value={day} />
          </label>
          <button type="submit" class="secondary">
            {say('console:household.determine')}
          </button>
        </form>
        {household.persons.map((person) => (
          <PersonSection desk={desk} household={household} person={person} by={by} />
        ))}
        <LinksSection desk={desk} householdId={household.id} linked={linked} />
      </>
    ),
  })
}

function Standings({ desk, household }: { readonly desk: Desk; readonly household: Household }) {
  const say = textsIn(desk.language)
  return (
    <ol class="timeline">
      {household.standings.map(({ from, standing }) => (
        <li>
          <time>{from}</time> {say(`console:standing.${standing}`)}
        </li>
      ))}
    </ol>
  )
}

type OfPerson = {
  readonly desk: Desk
  readonly household: Household
  readonly person: Person
  readonly by: By
}

function PersonSection({ desk, household, person, by: { day, book } }: OfPerson) {
  const say = textsIn(desk.language)
  const determinations = determine(factsOf(household, person, day, book), day, book)
  const of = (outcome: Determination['outcome']) => determinations.filter((one) => one.outcome === outcome)
  return (
    <section class="person">
      <h2>
        {person.name} <small>{factsLine(desk, person)}</small>
      </h2>
      {isStale(person, day) ? <p class="warn">{say('console:household.stale')}</p> : null}
      {of('eligible').map((one) => (
        <DeterminationTree desk={desk} determination={one} isOpen={false} />
      ))}
      {of('unknown').map((one) => (
        <DeterminationTree desk={desk} determination={one} isOpen={false} />
      ))}
      <details class="rest">
        <summary>{say('console:household.ineligible', { count: of('ineligible').length })}</summary>
        {of('ineligible').map((one) => (
          <DeterminationTree desk={desk} determination={one} isOpen={false} />
        ))}
      </details>
      <LedgerTable desk={desk} entries={household.ledger.filter((entry) => entry.person === person.id)} />
    </section>
  )
}

function factsLine({ language }: Desk, { birthDate, stage, finalYear }: Person): string {
  const say = textsIn(language)
  return [
    ...(birthDate === null ? [] : [birthDate]),
    stage === null ? say('console:household.stage-unknown') : say(`policy:stage.${stage}`),
    ...(finalYear === true ? [say('console:household.final-year')] : []),
  ].join(' · ')
}
