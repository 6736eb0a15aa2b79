import { movesOf } from '../amendments/moved.ts'
import { type Determination, determineOne } from '../policy/determine.ts'
import type { Stage } from '../policy/facts.ts'
import type { ProgrammeId } from '../policy/programmes/index.ts'
import { schoolYearOf } from '../policy/school-year.ts'
import { factsOf, type Household, isStale, type Person } from '../register/household.ts'
import type { LedgerEntry } from '../register/ledger-entry.ts'
import { asksOfPersons } from './ask.ts'
import type { Audience } from './audience.ts'
import { type AudienceBy, answersChange, toldBy } from './by.ts'
import { answersLedger } from './ledger-filter.ts'

/** A person whom a message is about, and why. */
export type PersonMeant = {
  readonly id: string
  readonly name: string
  readonly stage: Stage | null
  /** School facts of an earlier school year: last known. */
  readonly isStale: boolean
  /** Of the audience's programme; null where it names none. */
  readonly determination: Determination | null
  /** What came of the programme in the day's school year; null where nothing is known. */
  readonly ledger: LedgerEntry | null
}

/** Whom of a household an audience means, by the rules of a day; null where the household is not meant at all. */
export function personsMeant(
  household: Household,
  audience: Audience,
  by: AudienceBy,
): readonly PersonMeant[] | null {
  if (!asksOfPersons(audience)) return []
  const meant = household.persons.flatMap((person) => meantAs(household, person, audience, by) ?? [])
  return meant.length === 0 ? null : meant
}

function meantAs(
  household: Household,
  person: Person,
  audience: Audience,
  by: AudienceBy,
): PersonMeant | null {
  const { day } = by
  const { programme, outcome, ledger: filter, stage, finalYear, fresh } = audience
  if (stage != null && person.stage !== stage) return null
  if (finalYear != null && person.finalYear !== finalYear) return null
  const stale = isStale(person, day)
  if (fresh === true && stale) return null
  if (audience.change != null) {
    const moves = by.decided === undefined ? [] : movesOf(household, person, by.decided.compared)
    if (!answersChange(audience, moves)) return null
  }
  const known = { id: person.id, name: person.name, stage: person.stage, isStale: stale }
  if (programme == null) return { ...known, determination: null, ledger: null }
  const rules = toldBy(by)
  const facts = factsOf(household, person, rules.day, rules.book)
  const determination = determineOne(programme, facts, rules.day, rules.book)
  if (audience.change == null && determination.outcome !== (outcome ?? 'eligible')) return null
  const ledger = entryOf(household, person, programme, schoolYearOf(day))
  if (filter != null && !answersLedger(filter, ledger)) return null
  return { ...known, determination, ledger }
}

function entryOf(
  { ledger }: Household,
  { id }: Person,
  programme: ProgrammeId,
  schoolYear: number,
): LedgerEntry | null {
  const isOfIt = (entry: LedgerEntry) =>
    entry.person === id && entry.programme === programme && entry.schoolYear === schoolYear
  return ledger.find(isOfIt) ?? null
}
