import type { DatedStanding } from '../household.ts'
import { COLUMNS_OF, type PersonField, type PersonSaid } from '../person-said.ts'
import { withCorrections, withoutCorrections } from './corrections.ts'
import type { ColumnId } from '../columns.ts'
import type { Vault } from '../../privacy/vault.ts'
import type { SealedHousehold, SealedPerson } from '../sealed.ts'
import type { ToldStandings } from '../values/standing.ts'
import { villageKey } from '../village-key.ts'
import { nextAfterCorrection } from './corrected-standing.ts'
import { nextStanding } from './next-standing.ts'
import type { SaidHousehold, SaidMember } from './households.ts'
import type { KnownDetails, KnownHousehold } from './known.ts'

type PersonRecord = {
  readonly id: string
  readonly member: SaidMember
  /** What the register says, with what an earlier file said where this one has no such column. */
  readonly said: PersonSaid
  /** What stands in the register: what it says, unless staff corrected it and it has not moved since. */
  readonly stands: PersonSaid
  /** What stood before; null of a person who is new. */
  readonly before: PersonSaid | null
  readonly outcome: 'added' | 'changed' | 'unchanged'
}

/** A household to be written. */
export type HouseholdRecord = {
  readonly id: string
  readonly isNew: boolean
  readonly said: SaidHousehold
  readonly township: string | null
  readonly village: string | null
  readonly villageKey: string
  readonly rural: boolean
  readonly language: string | null
  readonly telephones: readonly string[]
  readonly standings: readonly DatedStanding[]
  readonly persons: readonly PersonRecord[]
  readonly sealed: SealedHousehold
  /** Corrections that the register has overtaken. */
  readonly overtaken: readonly { readonly personId: string; readonly field: string }[]
  /** The register has overtaken what staff corrected of its standing. */
  readonly isStandingOvertaken: boolean
}

export type RecordContext = {
  readonly vault: Vault
  readonly has: (column: ColumnId) => boolean
  readonly newId: () => string
  readonly takenOn: string
}

/** Brings what a file says of a household together with what the register holds of it. */
export function buildRecord(
  said: SaidHousehold,
  told: ToldStandings,
  known: KnownHousehold | undefined,
  details: KnownDetails | null,
  context: RecordContext,
): HouseholdRecord {
  const before = known === undefined ? undefined : details?.sealed.get(known.id)
  const id = known?.id ?? context.newId()
  const isSame =
    before !== undefined && context.vault.indexes('content', said.householdText).includes(before.saidIndex)
  const persons = said.members.map((member) => buildPerson(member, before, details, isSame, context))
  const { household } = said
  const township = context.has('township') ? household.township : (known?.township ?? null)
  const village = context.has('village') ? household.village : (known?.village ?? null)
  const telephones = household.telephones.length > 0 ? household.telephones : (before?.telephones ?? [])
  return {
    id,
    isNew: known === undefined,
    said,
    township,
    village,
    villageKey: villageKey(household.county, township, village),
    rural:
      household.rural ?? (known?.rural == null || context.has('registration') ? true : known.rural === 1),
    language: household.language ?? known?.language ?? null,
    telephones,
    ...standingsOf(told, known, details, context.takenOn),
    persons: persons.map(({ record }) => record),
    sealed: {
      number: said.number,
      telephones,
      saidIndex: said.saidIndex,
      persons: new Map([
        ...(before?.persons ?? []),
        ...persons.map(({ record, sealed }) => [record.id, sealed] as const),
      ]),
    },
    overtaken: persons.flatMap(({ record, overtaken }) =>
      overtaken.map((field) => ({ personId: record.id, field })),
    ),
  }
}

function standingsOf(
  told: ToldStandings,
  known: KnownHousehold | undefined,
  details: KnownDetails | null,
  takenOn: string,
): Pick<HouseholdRecord, 'standings' | 'isStandingOvertaken'> {
  const stored = known === undefined ? [] : (details?.standings.get(known.id) ?? [])
  const correction = known === undefined ? undefined : details?.correctedStandings.get(known.id)
  if (stored.length === 0) return { standings: told.standings, isStandingOvertaken: false }
  const { next, overtaken } =
    correction === undefined
      ? { next: nextStanding(stored, told, takenOn), overtaken: false }
      : nextAfterCorrection(stored, correction, told, takenOn)
  return { standings: next === null ? [] : [next], isStandingOvertaken: overtaken }
}

function buildPerson(
  member: SaidMember,
  before: SealedHousehold | undefined,
  details: KnownDetails | null,
  householdIsSame: boolean,
  context: RecordContext,
): { record: PersonRecord; sealed: SealedPerson; overtaken: readonly string[] } {
  const known = details?.persons.get(member.personIndex)
  const id = known?.id ?? context.newId()
  const earlier = before?.persons.get(id)
  const corrections = details?.corrections.get(id) ?? []
  const corrected = details?.correctedNames.get(id)
  const isNameOvertaken = corrected !== undefined && corrected.register !== member.member.name
  const saidBefore = known === undefined ? undefined : withoutCorrections(known.stands, corrections)
  const said = saidBefore === undefined ? member.said : withEarlier(member, saidBefore, context)
  const sealed = {
    number: member.member.personNumber,
    name: corrected === undefined || isNameOvertaken ? member.member.name : corrected.name,
    idNumber: member.member.idNumber?.number ?? earlier?.idNumber ?? null,
  }
  const isSame = householdIsSame && JSON.stringify([sealed, said]) === JSON.stringify([earlier, saidBefore])
  const { stands, overtaken: facts } = withCorrections(said, corrections)
  const overtaken = isNameOvertaken ? [...facts, 'name'] : facts
  const outcome = known === undefined ? 'added' : isSame ? 'unchanged' : 'changed'
  return { record: { id, member, said, stands, before: known?.stands ?? null, outcome }, sealed, overtaken }
}

// A file without a column does not unsay it, and a file that has lost an ID number does not unsay what it told.
function withEarlier(member: SaidMember, earlier: PersonSaid, { has }: RecordContext): PersonSaid {
  const fresh = member.said
  const kept = <F extends PersonField>(field: F): PersonSaid[F] => {
    const columns: readonly ColumnId[] = COLUMNS_OF[field]
    return columns.some(has) ? fresh[field] : earlier[field]
  }
  return {
    sex: fresh.sex ?? earlier.sex,
    relation: kept('relation'),
    birthDate: fresh.birthDate ?? earlier.birthDate,
    stage: kept('stage'),
    finalYear: kept('finalYear'),
    schoolPlace: kept('schoolPlace'),
    completed: has('schooling') && has('schoolStatus') ? fresh.completed : earlier.completed,
    occupation: kept('occupation'),
  }
}
