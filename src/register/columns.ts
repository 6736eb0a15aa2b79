import { type ColumnId, HEADERS } from './headers.ts'

export type { ColumnId }

/** Where each known column stands in a file, and the headers nobody knows. */
export type Columns<Id extends string = ColumnId> = {
  readonly at: ReadonlyMap<Id, number>
  readonly unknown: readonly string[]
  /** Needed columns that are not there. */
  readonly missing: readonly Id[]
}

/** Reads a row as a header row. */
export type MatchColumns<Id extends string = ColumnId> = (cells: readonly string[]) => Columns<Id>

/** Columns without which a file is no register. */
const NEEDED = ['county', 'householdNumber', 'personNumber', 'name'] as const satisfies readonly ColumnId[]

/** Matches a register's header row. */
export const matchColumns: MatchColumns = columnMatcher<ColumnId>(HEADERS, () => NEEDED)

/** Which column each header means where somebody put it right, by the header as `headerKey` has it; null is none. */
export type Mapping<Id extends string = ColumnId> = ReadonlyMap<string, Id | null>

/** Matches a register's header row, what somebody put right before what the program knows. */
export function matchColumnsBy(mapping: Mapping): MatchColumns {
  return columnMatcher<ColumnId>(HEADERS, () => NEEDED, mapping)
}

/** A column's name as offices write it. */
export function columnName(id: ColumnId): string {
  return HEADERS[id][0]
}

/**
 * Matches headers by name, in any order. Of two columns with one meaning the first stands, the other counts as unknown.
 * `needed` says which columns a file must have, given those it has.
 */
export function columnMatcher<Id extends string>(
  headers: Readonly<Record<Id, readonly string[]>>,
  needed: (has: (id: Id) => boolean) => readonly Id[],
  mapping: Mapping<Id> = new Map(),
): MatchColumns<Id> {
  const ids = Object.keys(headers) as Id[]
  const byHeader = new Map(ids.flatMap((id) => headers[id].map((name) => [headerKey(name), id] as const)))
  return (cells) => {
    const at = new Map<Id, number>()
    const unknown: string[] = []
    for (const [index, cell] of cells.entries()) {
      const key = headerKey(cell)
      if (key === '') continue
      const id = mapping.has(key) ? mapping.get(key) : byHeader.get(key)
      if (id == null || at.has(id)) unknown.push(cell.trim())
      else at.set(id, index)
    }
    return { at, unknown, missing: needed((id) => at.has(id)).filter((id) => !at.has(id)) }
  }
}

/** A header as it is compared: without blanks and stars, in half width. */
export function headerKey(header: string): string {
  // NFKC turns full-width parentheses and spaces into ASCII; commas and the list mark are written either way.
  return header
    .normalize('NFKC')
    .replace(/[\s\uFEFF\u200B*]/g, '')
    .replace(/[,，]/g, '、')
}
