import type { Store } from '../../storage/store.ts'
import type { ColumnId } from '../columns.ts'
import type { Warning } from '../reasons.ts'
import { readStandings } from '../values/standing.ts'
import type { Group } from './grouping.ts'
import { type ReadContext, readGroup, type SaidHousehold } from './households.ts'
import { findKnown, type KnownHousehold, loadDetails } from './known.ts'
import { buildRecord, type HouseholdRecord } from './records.ts'
import type { Listener, Outcomes } from './report.ts'
import { changeOf } from './change.ts'
import { type WriteContext, freshen, namedIn, writesOf } from './writes.ts'

export type ApplyContext = ReadContext &
  WriteContext & {
    readonly store: Store
    readonly has: (column: ColumnId) => boolean
    readonly newId: () => string
    /** The households' indexes, as far as the file has been applied; not kept where `isFirst`. */
    readonly named: Set<string>
    /** Hears of each household that is written. */
    readonly changed: Listener['household']
    /** The register held no household when the import began: nothing to look up. */
    readonly isFirst: boolean
  }

/** The writes of whole households, of those only that say something new; counts persons and households. */
export async function applyGroups(groups: readonly Group[], context: ApplyContext) {
  const persons: Outcomes = { added: 0, changed: 0, unchanged: 0 }
  const households: Outcomes = { added: 0, changed: 0, unchanged: 0 }
  const all = groups.map((group) => readGroup(group, context))
  const known = context.isFirst ? new Map<string, KnownHousehold>() : await findKnown(context, all)
  const { toWrite, untouched, stale } = sortOut(all, known, context)

  for (const said of [...untouched, ...stale]) persons.unchanged += said.members.length
  households.unchanged += untouched.length + stale.length

  const records = await recordsOf(toWrite, known, context)
  for (const record of records) {
    const { persons: members, isNew } = record
    for (const { outcome } of members) persons[outcome]++
    context.changed?.(changeOf(record))
    households[
      isNew ? 'added' : members.every(({ outcome }) => outcome === 'unchanged') ? 'unchanged' : 'changed'
    ]++
  }
  const fresh = untouched.flatMap(({ householdIndex }) => {
    const found = known.get(householdIndex)
    return found !== undefined && found.taken_on < context.takenOn ? [found.id] : []
  })
  const named = records.flatMap((record) => (record.isNew ? [] : [namedIn(record, context)]))
  const writes = [...(await writesOf(records, context)), ...freshen(fresh, context)]
  return { writes, persons, households, named }
}

function sortOut(
  all: readonly SaidHousehold[],
  known: ReadonlyMap<string, KnownHousehold>,
  { takenOn, warn }: ApplyContext,
) {
  const toWrite: SaidHousehold[] = []
  const untouched: SaidHousehold[] = []
  const stale: SaidHousehold[] = []
  for (const said of all) {
    const found = known.get(said.householdIndex)
    if (found === undefined) toWrite.push(said)
    else if (found.content_index === said.contentIndex) untouched.push(said)
    else if (found.taken_on <= takenOn) toWrite.push(said)
    else {
      stale.push(said)
      warn({ line: said.line, column: 'householdNumber', reason: 'older-than-record' })
    }
  }
  return { toWrite, untouched, stale }
}

async function recordsOf(
  toWrite: readonly SaidHousehold[],
  known: ReadonlyMap<string, KnownHousehold>,
  context: ApplyContext,
): Promise<readonly HouseholdRecord[]> {
  if (toWrite.length === 0) return []
  const changed = toWrite.flatMap((said) => known.get(said.householdIndex) ?? [])
  const details = context.isFirst ? null : await loadDetails(context, changed, toWrite)
  return toWrite.map((said) => {
    const warn = (column: ColumnId, reason: Warning['reason']) =>
      context.warn({ line: said.line, column, reason })
    const told = readStandings(said.household.standing, context.takenOn, warn)
    return buildRecord(said, told, known.get(said.householdIndex), details, context)
  })
}
