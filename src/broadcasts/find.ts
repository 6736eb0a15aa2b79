import type { Services } from '../services.ts'
import type { Actor } from '../staff/actor.ts'
import { areaCondition } from '../staff/area.ts'
import { BROADCAST_COLUMNS, type Broadcast, type BroadcastRow, toBroadcast } from './broadcast.ts'

/** One broadcast whose audience lies within the actor's area; null where there is none. */
export async function findBroadcast(
  { store, vault }: Pick<Services, 'store' | 'vault'>,
  { area }: Pick<Actor, 'area'>,
  id: string,
): Promise<Broadcast | null> {
  const { sql, params } = areaCondition(area, PLACE, 2)
  const rows = await store.rows<BroadcastRow>(
    `select ${BROADCAST_COLUMNS} from broadcasts b where b.id = ?1 and ${sql}`,
    [id, ...params],
  )
  const [row] = rows
  return row === undefined ? null : toBroadcast(vault, row)
}

/** Where a broadcast's audience lives. */
export const PLACE = { county: 'b.county', township: 'b.township' } as const
