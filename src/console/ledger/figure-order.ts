import { type Gap, missingOf } from '../../audiences/gaps.ts'
import type { Order } from '../order.ts'

/** The columns of figures by which places and programmes may stand. */
export const FIGURE_COLUMNS = ['eligible', 'told', 'applied', 'received', 'missing'] as const

type FigureColumn = (typeof FIGURE_COLUMNS)[number]
export type FigureOrder = Order<FigureColumn>

type Counted = { readonly gap: Gap }

/** Rows by a column of their figures, equal ones as they stood, what is not known last; null: as they stand. */
export function inFigureOrder<Row extends Counted>(
  rows: readonly Row[],
  order: FigureOrder | null,
): readonly Row[] {
  if (order === null) return rows
  const { column, isDescending } = order
  return rows.toSorted((one, other) => {
    const [a, b] = [figureOf(one.gap, column), figureOf(other.gap, column)]
    if (a === null || b === null) return Number(a === null) - Number(b === null)
    return isDescending ? b - a : a - b
  })
}

function figureOf(gap: Gap, column: FigureColumn): number | null {
  return column === 'missing' ? missingOf(gap) : gap[column]
}
