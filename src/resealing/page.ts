import { saidBy } from '../register/importing/json-rows.ts'
import type { Services } from '../services.ts'
import { type Query, statement } from '../storage/store.ts'
import type { Opened } from './moves.ts'
import type { SealedColumn } from './sealed-columns.ts'
import { byVault, type Sealing } from './sealing.ts'

const AT_ONCE = 250
// A value's first letters hold its key and its nonce, which no other value has.
const MARK_LETTERS = 64

/** What a page of a column's rows comes to. */
export type Page = {
  /** The last row looked at; null where there are no more. */
  readonly last: number | null
  readonly writes: readonly Query[]
  /** Values and indexes that it puts under the current key. */
  readonly moved: number
  /** Values that open under no key at hand. */
  readonly unreadable: number
}

type Row = { readonly at: number; readonly key: string; readonly sealed: string | null }
type Read = Row & { readonly sealed: string; readonly opened: Opened | null }

/** Opens the rows after one, and makes the writes that put under the current key what is not: none has been written yet. */
export async function pageAfter(
  services: Pick<Services, 'store' | 'vault'>,
  column: SealedColumn,
  after: number,
): Promise<Page> {
  const sealing = (column.sealing ?? byVault)(services.vault)
  const atOnce = column.atOnce ?? AT_ONCE
  const wanted = column.isEachOpened === true ? [] : [sealing.previous ?? '']
  const rows = await services.store.rows<Row>(selectOf(column), [after, atOnce, ...wanted])
  const held = rows.flatMap(({ sealed, ...row }) => (sealed === null ? [] : [{ ...row, sealed }]))
  const read = await Promise.all(
    held.map(async (row) => ({ ...row, opened: await open(column, sealing, row) })),
  )
  const opened = read.flatMap((row) => (row.opened === null ? [] : [row.opened]))
  const moves = (await column.moves?.(services, opened)) ?? { count: 0, writes: [] }
  const resealed = await resealedOf(column, sealing, read)
  return {
    last: rows.length < atOnce ? null : (rows.at(-1)?.at ?? null),
    writes: [...moves.writes, ...resealWrites(column, resealed)],
    moved: moves.count + resealed.length,
    unreadable: read.length - opened.length,
  }
}

function selectOf({ table, column, key, when, isEachOpened }: SealedColumn): string {
  const wanted = [
    ...(isEachOpened === true ? [`${column} is not null`] : [`substr(${column}, 1, length(?3)) = ?3`]),
    ...(when === undefined ? [] : [when]),
  ]
  return `select rowid as "at", json_array(${key.join()}) as "key",
      case when ${wanted.join(' and ')} then ${column} end as sealed
    from ${table} where rowid > ?1 order by rowid limit ?2`
}

async function open(
  { place }: SealedColumn,
  sealing: Sealing,
  row: Row & { readonly sealed: string },
): Promise<Opened | null> {
  const key = JSON.parse(row.key) as Opened['key']
  try {
    return { key, plain: await sealing.open(row.sealed, place(key)) }
  } catch {
    return null
  }
}

type Resealed = readonly [at: number, mark: string, sealed: string]

async function resealedOf(
  { place }: SealedColumn,
  { previous, seal }: Sealing,
  read: readonly Read[],
): Promise<readonly Resealed[]> {
  const due = read.flatMap(({ at, sealed, opened }) =>
    opened === null || previous === null || !sealed.startsWith(previous) ? [] : [{ at, sealed, opened }],
  )
  return Promise.all(
    due.map(async ({ at, sealed, opened: { key, plain } }): Promise<Resealed> => {
      return [at, sealed.slice(0, MARK_LETTERS), await seal(plain, place(key))]
    }),
  )
}

// Each only where the value is still the one that was opened: a turn that was committed meanwhile has won.
function resealWrites({ table, column }: SealedColumn, resealed: readonly Resealed[]): readonly Query[] {
  const [first, ...others] = resealed
  if (first === undefined) return []
  // The largest that D1 lets a value be, among others in one parameter, would be too large.
  if (others.length === 0)
    return [
      statement(
        `update ${table} set ${column} = ?3 where rowid = ?1 and substr(${column}, 1, ${MARK_LETTERS}) = ?2`,
        first,
      ),
    ]
  const sql = `${saidBy(1)} update ${table} set ${column} = item ->> 2 from said
    where ${table}.rowid = item ->> 0 and substr(${table}.${column}, 1, ${MARK_LETTERS}) = item ->> 1`
  return [statement(sql, [JSON.stringify(resealed)])]
}
