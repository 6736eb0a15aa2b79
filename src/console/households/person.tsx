import type { By } from '../../determinations/refresh.ts'
import { type Determination, determine } from '../../policy/determine.ts'
import { textsIn } from '../../i18n/texts.ts'
import { factsOf, type Household, isStale, type Person } from '../../register/household.ts'
import { factText, type StandingCorrection } from '../../register/corrections/correct-person.ts'
import { may } from '../../staff/permissions.ts'
import { factName, factWord } from '../fact-words.ts'
import { dayTime } from '../moments.ts'
import type { Called } from '../called.ts'
import type { Desk } from '../desk.ts'
import { ruleAddress } from '../policy/rule-address.ts'
import { DeterminationTree } from './determination.tsx'
import { type FromCase, withCase } from './from-case.tsx'
import { LedgerTable } from './ledger.tsx'
import { OwedTable } from './owed.tsx'

type OfPerson = {
  readonly desk: Desk
  readonly household: Household
  readonly person: Person
  readonly by: By
  readonly from: FromCase | null
  readonly corrections: readonly StandingCorrection[]
  readonly called: Called
}

/** One person: what is owed and how far it has come, then every programme with its reasons, then what staff put right. */
export function PersonSection({
  desk,
  household,
  person,
  by: { day, book },
  from,
  corrections,
  called,
}: OfPerson) {
  const say = textsIn(desk.language)
  const determinations = determine(factsOf(household, person, day, book), day, book)
  const ledger = household.ledger.filter((entry) => entry.person === person.id)
  const ruleOf = ({ programme }: Determination) => ruleAddress({ programme, day, household: household.id })
  return (
    <section class="person">
      <h2>
        {person.name} <small>{factsLine(desk, person)}</small>
      </h2>
      {isStale(person, day) ? <p class="warn">{say('console:household.stale')}</p> : null}
      <OwedTable desk={desk} determinations={determinations} ledger={ledger} day={day} />
      <Programmes desk={desk} determinations={determinations} ruleOf={ruleOf} />
      <LedgerTable desk={desk} entries={ledger} />
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

type Determined = {
  readonly desk: Desk
  readonly determinations: readonly Determination[]
  readonly ruleOf: (determination: Determination) => string
}

// What a trade alone would settle is open for nearly everybody: it stands apart from what can be found out.
function Programmes({ desk, determinations, ruleOf }: Determined) {
  const say = textsIn(desk.language)
  const of = (outcome: Determination['outcome']) => determinations.filter((one) => one.outcome === outcome)
  const trees = (some: readonly Determination[]) =>
    some.map((one) => <DeterminationTree desk={desk} determination={one} isOpen={false} rule={ruleOf(one)} />)
  const byTrade = of('unknown').filter(isByTrade)
  return (
    <>
      {trees(of('eligible'))}
      {trees(of('unknown').filter((one) => !isByTrade(one)))}
      {byTrade.length === 0 ? null : (
        <details class="rest">
          <summary>{say('console:household.by-trade', { count: byTrade.length })}</summary>
          {trees(byTrade)}
        </details>
      )}
      <details class="rest">
        <summary>{say('console:household.ineligible', { count: of('ineligible').length })}</summary>
        {trees(of('ineligible'))}
      </details>
    </>
  )
}

function isByTrade({ missing }: Determination): boolean {
  return missing.every((fact) => fact === 'person.occupation')
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
