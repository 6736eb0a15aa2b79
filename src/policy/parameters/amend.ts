import type { Change } from './change.ts'
import type { CountyLists } from './county-lists.ts'
import type { Dated } from './dated.ts'
import type { Day } from '../facts.ts'
import { lastRule, type PolicyBook } from './parameters.ts'

/** A decision that changes the plan from a day on. */
export type Amendment = {
  readonly id: string
  readonly from: Day
  readonly changes: readonly Change[]
  /** The decision as it is cited: its number, or its name. */
  readonly citation: string
}

/**
 * A book with decisions laid over it, in the order in which they were taken: of two from the same day the later holds. No
 * entry is taken away, so that a day before a decision's own is answered as before.
 */
export function amend(book: PolicyBook, amendments: readonly Amendment[]): PolicyBook {
  return amendments.reduce(
    (amended, amendment) =>
      amendment.changes.reduce((changed, change) => laidOver(changed, change, amendment), amended),
    book,
  )
}

function laidOver(book: PolicyBook, change: Change, { id, from, citation }: Amendment): PolicyBook {
  const entry = <T>(value: T): Dated<T> => ({ from, value, citation, amendment: id })
  switch (change.kind) {
    case 'figure': {
      const { figure, value } = change
      return { ...book, figures: { ...book.figures, [figure]: [...book.figures[figure], entry(value)] } }
    }
    case 'county': {
      const { category, county, listed } = change
      const lists: readonly CountyLists['plan'][number][] = book.counties[category]
      return {
        ...book,
        counties: { ...book.counties, [category]: [...lists, entry({ [county]: listed })] },
      }
    }
    case 'standings':
      return { ...book, standingsThatCount: [...book.standingsThatCount, entry(change.standings)] }
    case 'programme': {
      const { programme, inForce } = change
      const rule = inForce ? lastRule(programme, book) : null
      return {
        ...book,
        programmes: { ...book.programmes, [programme]: [...book.programmes[programme], entry(rule)] },
      }
    }
  }
}
