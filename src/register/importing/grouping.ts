import type { Store } from '../../storage/store.ts'
import type { Row, Rows } from '../reading/rows.ts'
import type { Rejection } from '../reasons.ts'
import type { Member, ReadMember } from '../row.ts'
import { ImportStopped } from './report.ts'
import type { Staged } from './staging.ts'
import type { Verdicts } from './verdicts.ts'

/** A member with the blind indexes staged for it. */
export type IndexedMember = {
  readonly member: Member
  readonly personIndex: string
  readonly idIndex: string | null
}

/** A household with all its rows that can be taken. */
export type Group = { readonly householdIndex: string; readonly members: readonly IndexedMember[] }

export type GroupingListener = {
  readonly rejected: (rejection: Rejection) => void
  readonly repeated: (member: Member) => void
}

/**
 * The file's second reading: whole households, at least `atOnce` rows at a time. Rows that stand together make a
 * household at once; those of scattered households wait for the last of them.
 */
export async function* groupHouseholds(
  store: Store,
  importId: string,
  rows: Rows,
  read: { readonly member: (row: Row) => ReadMember; readonly rejection: RejectMember },
  verdicts: Verdicts,
  listener: GroupingListener,
  atOnce: number,
): AsyncIterable<readonly Group[]> {
  const waiting = new Map<string, { members: IndexedMember[]; left: number }>()
  let open: { householdIndex: string; members: IndexedMember[] } | null = null
  let done: Group[] = []
  let size = 0
  const finish = (group: { householdIndex: string; members: IndexedMember[] }) => {
    if (group.members.length === 0) return
    done.push(group)
    size += group.members.length
  }
  const takeIn = (staged: Staged, member: Member | null) => {
    const indexed =
      member === null ? [] : [{ member, personIndex: staged.person_index, idIndex: staged.id_index }]
    const householdIndex = staged.household_index
    const expected = verdicts.scattered.get(householdIndex)
    if (expected !== undefined) {
      const group = waiting.get(householdIndex) ?? { members: [], left: expected }
      group.members.push(...indexed)
      group.left--
      if (group.left > 0) waiting.set(householdIndex, group)
      else {
        waiting.delete(householdIndex)
        finish({ householdIndex, members: group.members })
      }
      return
    }
    if (open !== null && open.householdIndex !== householdIndex) {
      finish(open)
      open = null
    }
    open ??= { householdIndex, members: [] }
    open.members.push(...indexed)
  }

  for await (const piece of rows) {
    const staged = await stagedBetween(store, importId, piece)
    for (const row of piece) {
      const found = read.member(row)
      if (!found.ok) {
        listener.rejected(found.rejection)
        continue
      }
      const mark = staged.get(row.line)
      if (mark === undefined) throw new ImportStopped('file-changed')
      takeIn(mark, judged(found.member, mark, verdicts, read.rejection, listener))
      if (size < atOnce) continue
      yield done
      done = []
      size = 0
    }
  }
  if (open !== null) finish(open)
  if (done.length > 0) yield done
}

export type RejectMember = (
  member: Member,
  reason: 'person-number-conflict' | 'household-counties-disagree',
) => Rejection

function judged(
  member: Member,
  staged: Staged,
  verdicts: Verdicts,
  rejection: RejectMember,
  listener: GroupingListener,
): Member | null {
  if (verdicts.disagreeing.has(staged.household_index)) {
    listener.rejected(rejection(member, 'household-counties-disagree'))
    return null
  }
  const verdict = verdicts.lines.get(member.line)
  if (verdict === undefined) return member
  if (verdict === 'conflict') listener.rejected(rejection(member, 'person-number-conflict'))
  else listener.repeated(member)
  return null
}

async function stagedBetween(
  store: Store,
  importId: string,
  piece: readonly Row[],
): Promise<Map<number, Staged>> {
  const from = piece[0]?.line ?? 0
  const to = piece.at(-1)?.line ?? 0
  const rows = await store.rows<Staged>(STAGED, [importId, from, to])
  return new Map(rows.map((row) => [row.line, row]))
}

const STAGED = `select line, household_index, person_index, id_index from import_rows
  where import_id = ?1 and line between ?2 and ?3`
