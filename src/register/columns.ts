import { HEADERS, type ColumnId } from './headers.ts'

export type { ColumnId }

/** Where each known column stands in a file, and the headers nobody knows. */
export type Columns = {
  readonly at: ReadonlyMap<ColumnId, number>
  readonly unknown: readonly string[]
  readonly missing: readonly ColumnId[]
}

/** Columns without which a file is no register. */
export const NEEDED_COLUMNS = ['county', 'householdNumber', 'personNumber', 'name'] as const satisfies readonly ColumnId[]

const BY_HEADER = new Map(
  Object.entries(HEADERS).flatMap(([id, names]) => names.map((name) => [headerKey(name), id as ColumnId] as const)),
)

/** Matches a header row by name, in any order. Of two columns with one meaning the first stands, the other is unknown. */
export function matchColumns(cells: readonly string[]): Columns {
  const at = new Map<ColumnId, number>()
  const unknown: string[] = []
  for (const [index, cell] of cells.entries()) {
    const key = headerKey(cell)
    if (key === '') continue
    const id = BY_HEADER.get(key)
    if (id === undefined || at.has(id)) unknown.push(cell.trim())
    else at.set(id, index)
  }
  return { at, unknown, missing: NEEDED_COLUMNS.filter((id) => !at.has(id)) }
}

/** A column's name as offices write it. */
export function columnName(id: ColumnId): string {
  return HEADERS[id][0]
}

// NFKC turns full-width parentheses and spaces into ASCII; commas and the list mark are written either way.
function headerKey(header: string): string {
  return header
    .normalize('NFKC')
    .replace(/[\s\uFEFF\u200B*]/g, '')
    .replace(/[,，]/g, '、')
}
