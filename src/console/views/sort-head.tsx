import type { Order } from '../order.ts'

type Head = {
  readonly label: string
  /** Which way the rows stand by this column; null where they do not. */
  readonly present: Order<string> | null
  /** The address of the same list in the order that a click asks for. */
  readonly to: string
  readonly class?: string
}

/** A column's head by which a table is sorted: a link, so that it works without a script. */
export function SortHead({ label, present, to, class: name = '' }: Head) {
  const sorted = present === null ? {} : ({ 'aria-sort': wayOf(present) } as const)
  return (
    <th class={`sort ${name}`.trim()} scope="col" {...sorted}>
      <a href={to}>{label}</a>
      {present === null ? null : (
        <span aria-hidden="true">{present.isDescending ? '\u00a0▼' : '\u00a0▲'}</span>
      )}
    </th>
  )
}

function wayOf({ isDescending }: Order<string>) {
  return isDescending ? 'descending' : 'ascending'
}
