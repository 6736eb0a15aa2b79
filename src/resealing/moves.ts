import type { Services } from '../services.ts'
import { saidBy } from '../register/importing/json-rows.ts'
import { type Query, statement } from '../storage/store.ts'

/** A row whose sealed value was opened. */
export type Opened = { readonly key: readonly (string | number)[]; readonly plain: string }

/** The writes that put blind indexes under the current key, and how many values they move. */
type Moves = { readonly count: number; readonly writes: readonly Query[] }

export type MovesOf = (services: Pick<Services, 'store' | 'vault'>, rows: readonly Opened[]) => Promise<Moves>

/** One index: whose, as it stands, and as it is to stand. */
export type Move = readonly [id: string, was: string, now: string]

/** The move of an index that stands under the previous key; none where it stands otherwise. `indexes`: current first. */
export function moved(id: string, stands: string | null, indexes: readonly string[]): readonly Move[] {
  const [now, ...before] = indexes
  return stands === null || now === undefined || !before.includes(stands) ? [] : [[id, stands, now]]
}

/** The write of moves, each only where the index still stands as it was read: whoever wrote it meanwhile wins. */
export function moveWrites(
  table: string,
  column: string,
  owner: string,
  moves: readonly Move[],
  onTaken: 'ignore' | 'replace' = 'ignore',
): readonly Query[] {
  if (moves.length === 0) return []
  const sql = `${saidBy(1)} update or ${onTaken} ${table} set ${column} = item ->> 2 from said
    where ${table}.${owner} = item ->> 0 and ${table}.${column} = item ->> 1`
  return [statement(sql, [JSON.stringify(moves)])]
}
