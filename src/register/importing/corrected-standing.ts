import type { Standing } from '../../policy/facts.ts'
import type { DatedStanding } from '../household.ts'
import type { ToldStandings } from '../values/standing.ts'
import { nextStanding } from './next-standing.ts'

/** A standing that staff put right, and what the register had from that day on. */
export type CorrectedStanding = DatedStanding & { readonly replaced: readonly SourcedStanding[] }

/** A standing with the import that told it. */
export type SourcedStanding = DatedStanding & { readonly source: string }

/** A row of `standing_corrections`. */
export type StandingRow = {
  readonly household_id: string
  readonly from_day: string
  readonly standing: Standing
  readonly replaced: string
}

/** A row as what it corrects. */
export function toCorrected({ from_day: from, standing, replaced }: Omit<StandingRow, 'household_id'>) {
  const tuples = JSON.parse(replaced) as readonly (readonly [string, Standing, string])[]
  return {
    from,
    standing,
    replaced: tuples.map(([day, was, source]) => ({ from: day, standing: was, source })),
  }
}

/** The standings as the register tells them, a correction taken out. */
export function toldByRegister<T extends DatedStanding>(
  stored: readonly T[],
  { from, replaced }: Pick<CorrectedStanding, 'from'> & { readonly replaced: readonly T[] },
): readonly T[] {
  return [...stored.filter((entry) => entry.from < from), ...replaced]
}

/**
 * What a later file adds to the standings of a household that staff corrected: nothing where it says what the register said
 * then. Where it says something else, the correction ends, and what the file tells is added to the corrected list.
 */
export function nextAfterCorrection(
  stored: readonly DatedStanding[],
  correction: CorrectedStanding,
  told: ToldStandings,
  takenOn: string,
): { readonly next: DatedStanding | null; readonly overtaken: boolean } {
  const register: readonly DatedStanding[] = toldByRegister<DatedStanding>(stored, correction)
  if (nextStanding(register, told, takenOn) === null) return { next: null, overtaken: false }
  return { next: nextStanding(stored, told, takenOn), overtaken: true }
}
