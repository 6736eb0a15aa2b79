import type { CountyList } from './county-lists.ts'
import { type Dated, entryOn } from './dated.ts'
import type { Day } from '../facts.ts'
import type { CountyCategory, Truth } from '../logic/logic.ts'
import { PLAN, type PolicyBook } from './parameters.ts'

/** Whether a county is one of the plan's 58 + 17; null where only the county office can say. */
export function inPlanCounties(code: string, asOf: Day, book: PolicyBook = PLAN): Truth {
  return inCategory('plan', code, asOf, book)
}

/** Whether a county is in the Tibetan area: Gannan's eight and Tianzhu. */
export function inTibetanArea(code: string, asOf: Day, book: PolicyBook = PLAN): Truth {
  return inCategory('tibetanArea', code, asOf, book)
}

/** Whether a county is in the old revolutionary area; null where only the county office can say. */
export function inOldRevolutionaryArea(code: string, asOf: Day, book: PolicyBook = PLAN): Truth {
  return inCategory('oldRevolutionaryArea', code, asOf, book)
}

/**
 * Whether a county is in a category on a day. Outside Gansu is in none. A Gansu code that no list names, such as a
 * former one (620824, Huating until 2018), is unverified, except that the nine Tibetan-area counties are all named.
 */
export function inCategory(category: CountyCategory, code: string, asOf: Day, book: PolicyBook): Truth {
  if (!code.startsWith('62')) return false
  const entry = namingOn(category, code, asOf, book)
  if (entry !== undefined) return entry.value[code] ?? null
  return category === 'tibetanArea' ? false : null
}

/** The entry that says of a county whether it is in a category on a day; undefined where none names it. */
export function namingOn(
  category: CountyCategory,
  code: string,
  asOf: Day,
  book: PolicyBook,
): Dated<CountyList> | undefined {
  const lists: readonly Dated<CountyList>[] = book.counties[category]
  return entryOn(
    lists.filter((entry) => Object.hasOwn(entry.value, code)),
    asOf,
  )
}
