import type { Services } from '../services.ts'
import type { Actor } from '../staff/actor.ts'
import { areaCondition } from '../staff/area.ts'
import { type Chained, ENTRY_COLUMNS } from './chain.ts'

export type AuditPage = { readonly entries: readonly Chained[]; readonly next: string | null }

const page = (within: string) => `select ${ENTRY_COLUMNS} from audit_entries e
  where e.id < ?1 and ${within} order by e.id desc limit ?2`
const BEYOND_ALL = '~'

/** What was done in the actor's area, the latest first; what was done in no county is the province's to see. */
export async function listAudit(
  { store }: Pick<Services, 'store'>,
  { area }: Pick<Actor, 'area'>,
  { before, limit }: { readonly before: string | null; readonly limit: number },
): Promise<AuditPage> {
  const { sql, params } = areaCondition(area, { county: 'e.county', township: 'e.township' }, 3)
  const rows = await store.rows<Chained>(page(sql), [before ?? BEYOND_ALL, limit + 1, ...params])
  const entries = rows.slice(0, limit)
  return { entries, next: rows.length > limit ? (entries.at(-1)?.id ?? null) : null }
}
