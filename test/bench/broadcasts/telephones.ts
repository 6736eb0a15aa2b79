import { loadHouseholds } from '../../../src/register/finding/look-up.ts'
import { openScene } from './scene.ts'

const SOME = 2000

/** Telephones of families of a register, as E.164. */
export async function telephonesOf(database: string, provider: string): Promise<readonly string[]> {
  const { services, close } = await openScene(database, provider)
  const rows = await services.store.rows<{ id: string }>(
    `select distinct household_id as id from household_telephones limit ${SOME}`,
  )
  const households = await loadHouseholds(
    services,
    rows.map(({ id }) => id),
  )
  close()
  return households.flatMap(({ telephones }) => telephones)
}
