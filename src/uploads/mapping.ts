import { type ColumnId, headerKey, type Mapping } from '../register/columns.ts'
import { HEADERS } from '../register/headers.ts'
import { LEDGER_HEADERS, type LedgerColumn } from '../register/ledger/columns.ts'
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

const COLUMNS = { register: HEADERS, ledger: LEDGER_HEADERS } as const

/** The columns that a file of this kind may have, in the order that they are offered. */
export function columnsOf(kind: UploadKind): readonly string[] {
  return Object.keys(COLUMNS[kind])
}

/** The same as the register's import takes it. */
export function registerMapping(pairs: MappingPairs): Mapping {
  return mappingOf(pairs, isRegisterColumn)
}

/** The same as the ledger's import takes it. */
export function ledgerMapping(pairs: MappingPairs): Mapping<LedgerColumn> {
  return mappingOf(pairs, isLedgerColumn)
}

function mappingOf<Id extends string>(pairs: MappingPairs, isOne: (text: string) => text is Id): Mapping<Id> {
  return new Map(pairs.map(([header, column]) => [headerKey(header), isOne(column) ? column : null] as const))
}

function isRegisterColumn(text: string): text is ColumnId {
  return Object.hasOwn(HEADERS, text)
}

function isLedgerColumn(text: string): text is LedgerColumn {
  return Object.hasOwn(LEDGER_HEADERS, text)
}

/** A column of a file of this kind as offices write it. */
export function columnNameOf(kind: UploadKind, column: string): string {
  const headers: Readonly<Record<string, readonly string[]>> = COLUMNS[kind]
  return headers[column]?.[0] ?? column
}
