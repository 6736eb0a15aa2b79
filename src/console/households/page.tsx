import type { By } from '../../determinations/refresh.ts'
import { type Determination, determine } from '../../policy/determine.ts'
import { textsIn } from '../../i18n/texts.ts'
import { factsOf, type Household, isStale, type Person, standingOn } from '../../register/household.ts'
import type { HouseholdLinks } from '../../linking/staff-links.ts'
import { factText, type StandingCorrection } from '../../register/corrections/correct-person.ts'
import type { CorrectedByStaff } from '../../register/corrections/read-standing-correction.ts'
import { may } from '../../staff/permissions.ts'
import type { Told } from '../../told/read-told.ts'
import { countyName } from '../area-name.ts'
import { factName, factWord } from '../fact-words.ts'
import { dayTime } from '../moments.ts'
import type { Called } from '../called.ts'
import type { Desk, DeskContext } from '../desk.ts'
import { framed } from '../frame.tsx'
import { ruleAddress } from '../policy/rule-address.ts'
import { DeterminationTree } from './determination.tsx'
import { BackToCase, type FromCase, withCase } from './from-case.tsx'
import { LedgerTable } from './ledger.tsx'
import { LinksSection } from './links.tsx'
import { headOf } from './search-page.tsx'
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
  const say = textsIn(desk.language)
  const standing = standingOn(household, day)
  return framed(c, {
    here: 'households',
    title: headOf(household),
    children: (
      <>
        {from === null ? null : <BackToCase desk={desk} from={from} />}
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
        <Standings desk={desk} household={household} restood={restood} from={from} called={called} />
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

type OfStandings = { readonly desk: Desk; readonly household: Household } & Pick<
  Beside,
  'restood' | 'from' | 'called'
>

function Standings({ desk, household, restood, from, called }: OfStandings) {
  const say = textsIn(desk.language)
  return (
    <>
      <ol class="timeline">
        {household.standings.map((one) => (
          <li>
            <time>{one.from}</time> {say(`console:standing.${one.standing}`)}
          </li>
        ))}
      </ol>
      {restood === null ? null : (
        <ul class="corrections">
          <li>
            {say('console:correct.standing-stands', {
              day: restood.from,
              register: say(`console:standing.${restood.register?.standing ?? 'none'}`),
              since: restood.register?.from ?? '–',
            })}{' '}
            <small>
              {called(restood.by)} · {dayTime(restood.at)} · {restood.why}
            </small>
          </li>
        </ul>
      )}
      {may(desk.actor, 'register.correct') ? (
        <p class="way-on">
          <a href={withCase(`/console/households/${household.id}/standing`, from)}>
            {say('console:correct.standing-open')}
          </a>
        </p>
      ) : null}
    </>
  )
}

type OfPerson = {
  readonly desk: Desk
  readonly household: Household
  readonly person: Person
  readonly by: By
  readonly from: FromCase | null
  readonly corrections: readonly StandingCorrection[]
  readonly called: Called
}

function PersonSection({ desk, household, person, by: { day, book }, from, corrections, called }: OfPerson) {
  const say = textsIn(desk.language)
  const determinations = determine(factsOf(household, person, day, book), day, book)
  const ruleOf = ({ programme }: Determination) => ruleAddress({ programme, day, household: household.id })
  const of = (outcome: Determination['outcome']) => determinations.filter((one) => one.outcome === outcome)
  return (
    <section class="person">
      <h2>
        {person.name} <small>{factsLine(desk, person)}</small>
      </h2>
      {isStale(person, day) ? <p class="warn">{say('console:household.stale')}</p> : null}
      {of('eligible').map((one) => (
        <DeterminationTree desk={desk} determination={one} isOpen={false} rule={ruleOf(one)} />
      ))}
      {of('unknown').map((one) => (
        <DeterminationTree desk={desk} determination={one} isOpen={false} rule={ruleOf(one)} />
      ))}
      <details class="rest">
        <summary>{say('console:household.ineligible', { count: of('ineligible').length })}</summary>
        {of('ineligible').map((one) => (
          <DeterminationTree desk={desk} determination={one} isOpen={false} rule={ruleOf(one)} />
        ))}
      </details>
      <LedgerTable desk={desk} entries={household.ledger.filter((entry) => entry.person === person.id)} />
      <Corrections desk={desk} person={person} corrections={corrections} called={called} />
      {may(desk.actor, 'register.correct') ? (
        <p class="way-on">
          <a href={withCase(`/console/households/${household.id}/persons/${person.id}`, from)}>
            {say('console:correct.open')}
          </a>
        </p>
      ) : null}
    </section>
  )
}

type Corrected = Pick<OfPerson, 'desk' | 'person' | 'corrections' | 'called'>

function Corrections({ desk, person, corrections, called }: Corrected) {
  const say = textsIn(desk.language)
  if (corrections.length === 0) return null
  return (
    <ul class="corrections">
      {corrections.map(({ field, registerValue, by, at, why }) => (
        <li>
          {say('console:correct.stands', {
            ...(field === 'name'
              ? { fact: say('console:correct.name'), register: registerValue ?? '–', now: person.name }
              : {
                  fact: factName(desk.language, field),
                  register: factWord(desk.language, field, registerValue),
                  now: factWord(desk.language, field, factText(person, field)),
                }),
          })}{' '}
          <small>
            {called(by)} · {dayTime(at)}
            {why === null ? '' : ` · ${why}`}
          </small>
        </li>
      ))}
    </ul>
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
