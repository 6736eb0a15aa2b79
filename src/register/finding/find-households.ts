import { auditWrite } from '../../audit/entry.ts'
import { toE164 } from '../../privacy/telephone.ts'
import type { Services } from '../../services.ts'
import type { Actor } from '../../staff/actor.ts'
import { areaCondition } from '../../staff/area.ts'
import type { Household } from '../household.ts'
import { nameIndexes } from './link-key.ts'
import { loadHousehold } from './look-up.ts'
import { numberIndexes } from './number-index.ts'
import { SHELVES } from './shelves.ts'

const MOST = 50

const BY_NUMBER = 'h.number_index in (select value from json_each(?1))'
const BY_TELEPHONE = `h.id in (select household_id from household_telephones
  where address_index in (select value from json_each(?1)))`
const BY_NAME = `h.id in (select p.household_id from ${SHELVES} s cross join json_each(?1) g
  cross join persons p on p.shelf = s.shelf and p.name_index = g.value)`

/**
 * The households of the actor's area that a household number, a telephone or a person's whole name stands on, at most
 * fifty. Names and numbers are found by blind index: a part of one finds nothing. Each search stands in the audit,
 * without its words.
 */
export async function findHouseholds(
  services: Services,
  actor: Actor,
  words: string,
): Promise<readonly Household[]> {
  const wanted = words.trim()
  if (wanted === '') return []
  const { store, vault } = services
  const telephone = toE164(wanted)
  const searches = [
    [BY_NUMBER, numberIndexes(vault, 'household', wanted)],
    ...(telephone === null ? [] : [[BY_TELEPHONE, vault.indexes('address', telephone)] as const]),
    [BY_NAME, nameIndexes(vault, wanted)],
  ] as const
  const { sql, params } = areaCondition(actor.area, { county: 'h.county', township: 'h.township' }, 2)
  const found = await Promise.all(
    searches.map(([by, indexes]) =>
      store.rows<{ id: string }>(
        `select h.id from households h where ${by} and ${sql} order by h.id limit ${MOST}`,
        [JSON.stringify(indexes), ...params],
      ),
    ),
  )
  const ids = [...new Set(found.flat().map(({ id }) => id))].slice(0, MOST)
  await store.atomically([
    auditWrite(services, actor, { action: 'household.search', detail: { found: ids.length } }),
  ])
  const households = await Promise.all(ids.map((id) => loadHousehold(services, id)))
  return households.filter((household) => household !== null)
}
