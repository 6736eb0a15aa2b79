import type { Day } from '../../policy/facts.ts'
import type { DatedStanding } from '../household.ts'
import type { ToldStandings } from '../values/standing.ts'

/**
 * What a later file adds to a household's standings: nothing where it says what stands already, else one dated
 * standing. The past is not rewritten; a day the file gives itself (31 December of the year lifted) is believed where
 * it lies after the last change, and every other change is dated by the day the file was taken.
 */
export function nextStanding(
  known: readonly DatedStanding[],
  told: ToldStandings,
  takenOn: Day,
): DatedStanding | null {
  const last = known.at(-1)
  const now = told.standings.at(-1)
  if (now === undefined || last === undefined) return now ?? null
  if (now.standing === last.standing) {
    const before = known.findLast((entry) => entry.from <= now.from)
    return told.dated && now.from < last.from && before?.standing !== now.standing ? now : null
  }
  if (told.dated && now.from > last.from) return now
  return { standing: now.standing, from: takenOn > last.from ? takenOn : last.from }
}
