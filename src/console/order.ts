import { z } from 'zod'

/** By which of a table's columns its rows stand, and which way. */
export type Order<Column extends string> = { readonly column: Column; readonly isDescending: boolean }

const WRITTEN = /^(?<minus>-?)(?<column>[a-z]+)$/

/** The order that an address names, `due` or `-due`; null where it names none of a table's columns. */
export function orderIn<Column extends string>(
  columns: readonly [Column, ...Column[]],
  text: string | undefined,
): Order<Column> | null {
  const { minus, column } = WRITTEN.exec(text ?? '')?.groups ?? {}
  const named = z.enum(columns).safeParse(column)
  return named.success ? { column: named.data, isDescending: minus === '-' } : null
}

/** An order as an address writes it. */
export function orderText({ column, isDescending }: Order<string>): string {
  return isDescending ? `-${column}` : column
}

/** What a click on a column's head asks for: `first`, and the other way round once it is that. */
export function orderAfter<Column extends string>(
  present: Order<Column> | null,
  first: Order<Column>,
): Order<Column> {
  const isAsked = present?.column === first.column && present.isDescending === first.isDescending
  return isAsked ? { ...first, isDescending: !first.isDescending } : first
}
