import type { Services } from '../services.ts'
import type { Actor } from '../staff/actor.ts'
import { areaCondition } from '../staff/area.ts'
import { BROADCAST_COLUMNS, type Broadcast, type BroadcastRow, toBroadcast } from './broadcast.ts'
import { PLACE } from './find.ts'
import type { State } from './life/states.ts'

export type BroadcastFilter = {
  readonly state?: State | null
  /** The id of the last broadcast of the page before. */
  readonly after?: string | null
  /** Broadcasts a page, at most 100. */
  readonly limit: number
}

/** One page, the newest first. `next` continues it, null at the end. */
export type BroadcastPage = { readonly broadcasts: readonly Broadcast[]; readonly next: string | null }

const page = (within: string) => `select ${BROADCAST_COLUMNS} from broadcasts b
  where (?1 is null or b.id < ?1) and (?2 is null or b.state = ?2) and ${within}
  order by b.id desc limit ?3`

/** The broadcasts whose audience lies within the actor's area. */
export async function listBroadcasts(
  { store, vault }: Pick<Services, 'store' | 'vault'>,
  { area }: Pick<Actor, 'area'>,
  { state = null, after = null, limit }: BroadcastFilter,
): Promise<BroadcastPage> {
  const { sql, params } = areaCondition(area, PLACE, 4)
  const rows = await store.rows<BroadcastRow>(page(sql), [after, state, limit + 1, ...params])
  const shown = rows.slice(0, limit)
  return {
    broadcasts: await Promise.all(shown.map((row) => toBroadcast(vault, row))),
    next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
  }
}
