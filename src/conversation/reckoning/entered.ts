import type { Day } from '../../policy/facts.ts'
import type { ProgrammeId } from '../../policy/programmes/index.ts'
import type { Office } from '../../register/office.ts'

/** What an office told of how to apply for a programme, as far as it told it. */
export type Entered = Pick<Office, 'opensOn' | 'closesOn' | 'papers' | 'place' | 'telephone'>

/**
 * What a county's entries in force on a day say of a programme (null: of none in particular). What a programme's own
 * entry leaves out, the entry for all says; its window is taken whole from one of them. Null where neither says anything.
 */
export function enteredFor(
  entries: readonly Office[],
  programme: ProgrammeId | null,
  today: Day,
): Entered | null {
  const all = inForce(entries, null, today)
  const own = programme === null ? null : inForce(entries, programme, today)
  if (own === null) return all
  if (all === null) return own
  const { opensOn, closesOn } = own.opensOn === null && own.closesOn === null ? all : own
  return {
    opensOn,
    closesOn,
    papers: own.papers ?? all.papers,
    place: own.place ?? all.place,
    telephone: own.telephone ?? all.telephone,
  }
}

// What is to hold from a later day is not told before it.
function inForce(entries: readonly Office[], programme: ProgrammeId | null, today: Day): Entered | null {
  let found: Office | null = null
  for (const entry of entries) {
    if (entry.programme !== programme || entry.validFrom > today) continue
    if (found === null || entry.validFrom >= found.validFrom) found = entry
  }
  if (found === null) return null
  const { opensOn, closesOn, papers, place, telephone } = found
  return { opensOn, closesOn, papers, place, telephone }
}
