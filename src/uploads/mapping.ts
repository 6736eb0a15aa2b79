import { type ColumnId, headerKey, type Mapping } from '../register/columns.ts'
import { HEADERS } from '../register/headers.ts'
import type { Services } from '../services.ts'
import type { Actor } from '../staff/actor.ts'
import { type Query, statement } from '../storage/store.ts'
import type { UploadKind } from './upload.ts'

/** What staff said that headers mean: header and column, empty where it is none. */
export type MappingPairs = readonly (readonly [header: string, column: string])[]

const REMEMBERED =
  'select header, "column" from import_headers where area_code = ?1 and kind = ?2 order by header'
const REMEMBER = `insert into import_headers (area_code, kind, header, "column")
  select ?1, ?2, value ->> 0, value ->> 1 from json_each(?3) where true
  on conflict (area_code, kind, header) do update set "column" = excluded."column"`

/** What the staff of an area last said of a file's headers. */
export async function rememberedMapping(
  { store }: Pick<Services, 'store'>,
  { area }: Pick<Actor, 'area'>,
  kind: UploadKind,
): Promise<MappingPairs> {
  const rows = await store.rows<{ header: string; column: string }>(REMEMBERED, [area.code, kind])
  return rows.map(({ header, column }) => [header, column] as const)
}

/** The write that remembers it for the area's next file. */
export function rememberWrite({ area }: Pick<Actor, 'area'>, kind: UploadKind, pairs: MappingPairs): Query {
  return statement(REMEMBER, [area.code, kind, JSON.stringify(pairs)])
}

/** The same as the register's import takes it. */
export function mappingOf(pairs: MappingPairs): Mapping {
  return new Map(
    pairs.map(([header, column]) => [headerKey(header), isColumn(column) ? column : null] as const),
  )
}

/** Whether a text names a column of the register. */
export function isColumn(text: string): text is ColumnId {
  return Object.hasOwn(HEADERS, text)
}
