import type { Day } from '../../policy/facts.ts'
import type { Services } from '../../services.ts'
import { placeOfStandingWhy, STANDING_ROWS } from './correct-standing.ts'
import type { DatedStanding } from '../household.ts'
import {
  type SourcedStanding,
  type StandingRow,
  toCorrected,
  toldByRegister,
} from '../importing/corrected-standing.ts'

/** A correction of a standing that stands: the register's word in its place, null where it had none, by whom, when, why. */
export type CorrectedByStaff = {
  readonly from: Day
  readonly register: DatedStanding | null
  readonly by: string
  readonly at: string
  readonly why: string
}

const STANDING = `select from_day, standing, replaced, sealed_why as sealedWhy, by, at from standing_corrections
  where household_id = ?1`

/** The correction that stands of a household's standing, whose record staff are looking at; null where there is none. */
export async function readStandingCorrection(
  { store, vault }: Pick<Services, 'store' | 'vault'>,
  household: string,
): Promise<CorrectedByStaff | null> {
  type Row = Omit<StandingRow, 'household_id'> & Pick<CorrectedByStaff, 'by' | 'at'> & { sealedWhy: string }
  const [row] = await store.rows<Row>(STANDING, [household])
  if (row === undefined) return null
  const { from, replaced } = toCorrected(row)
  const stored = await store.rows<SourcedStanding>(STANDING_ROWS, [household])
  return {
    from,
    register: toldByRegister(stored, { from, replaced }).at(-1) ?? null,
    by: row.by,
    at: row.at,
    why: await vault.open(row.sealedWhy, placeOfStandingWhy(household)),
  }
}
