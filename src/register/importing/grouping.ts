import type { Rejection } from '../reasons.ts'
import type { Member } from '../row.ts'
import type { Members } from './members.ts'
import type { FirstReading } from './first-reading.ts'
import { ImportStopped } from './report.ts'

/** All rows of a household that can be taken; at least one. */
export type Group = readonly Member[]

/** Why a row that could be taken on its own is not, because of others or of what the register holds, and the column at fault. */
export const COLUMN_AT_FAULT = {
  'person-number-conflict': 'idNumber',
  'household-counties-disagree': 'county',
  'household-elsewhere': 'householdNumber',
  'person-elsewhere': 'personNumber',
} as const
type Refusal = keyof typeof COLUMN_AT_FAULT

export type Grouping = {
  readonly rejected: (rejection: Rejection) => void
  readonly refused: (member: Member, reason: Refusal) => void
  readonly repeated: (member: Member) => void
  /** Taken, though another person of the file has the same ID number. */
  readonly sharing: (member: Member) => void
}

/**
 * The file's second reading: whole households, at least `atOnce` rows at a time. Rows that stand together make a
 * household at once; those of scattered households wait for the last of them.
 */
export async function* groupHouseholds(
  members: Members,
  first: FirstReading,
  { rejected, refused, repeated, sharing }: Grouping,
  atOnce: number,
): AsyncIterable<readonly Group[]> {
  const { fingerprint, verdicts } = first
  const persons = first.persons.all()
  const gather = gatherer(verdicts.scattered)
  let done: Group[] = []
  let size = 0
  let place = 0
  let run: { readonly number: string; readonly household: bigint; readonly members: Member[] } | null = null
  const endRun = () => {
    const group = run === null ? [] : gather(run.household, run.members)
    if (group.length > 0) done.push(group)
    size += group.length
  }
  const isTaken = (member: Member, household: bigint, at: number) => {
    if (verdicts.disagreeing.has(household)) refused(member, 'household-counties-disagree')
    else if (verdicts.rows.get(at) === 'conflict') refused(member, 'person-number-conflict')
    else if (verdicts.rows.has(at)) repeated(member)
    else {
      if (verdicts.sharing.has(at)) sharing(member)
      return true
    }
    return false
  }

  for await (const piece of members) {
    for (const found of piece) {
      if (!found.ok) {
        rejected(found.rejection)
        continue
      }
      const { member } = found
      if (persons[place] !== fingerprint(member.personNumber)) throw new ImportStopped('file-changed')
      if (run === null || run.number !== member.householdNumber) {
        endRun()
        if (size >= atOnce) {
          yield done
          done = []
          size = 0
        }
        run = { number: member.householdNumber, household: fingerprint(member.householdNumber), members: [] }
      }
      if (isTaken(member, run.household, place++)) run.members.push(member)
    }
  }
  if (place !== persons.length) throw new ImportStopped('file-changed')
  endRun()
  if (done.length > 0) yield done
}

// Gives a household's rows once its last run has come; nothing before.
function gatherer(scattered: ReadonlyMap<bigint, number>) {
  const waiting = new Map<bigint, { readonly members: Member[]; left: number }>()
  return (household: bigint, members: readonly Member[]): Group => {
    const runs = scattered.get(household)
    if (runs === undefined) return members
    const group = waiting.get(household) ?? { members: [], left: runs }
    group.members.push(...members)
    group.left--
    if (group.left > 0) waiting.set(household, group)
    else waiting.delete(household)
    return group.left > 0 ? [] : group.members
  }
}
