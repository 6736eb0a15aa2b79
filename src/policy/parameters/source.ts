import { namingOn } from './counties.ts'
import { entryOn } from './dated.ts'
import type { Day } from '../facts.ts'
import type { FigureId } from './figures.ts'
import type { Atom } from '../logic/logic.ts'
import { figureOn, type PolicyBook } from './parameters.ts'
import type { ProgrammeId } from '../programme.ts'

/**
 * What decision, beside the plan, an atom rests on for a value standing for its class: the citation of the amended entry
 * that it reads. Null where the plan itself decides.
 */
export function sourceOf(
  { condition, test }: Pick<Atom, 'test'> & Partial<Pick<Atom, 'condition'>>,
  value: boolean | string | number | null,
  asOf: Day,
  book: PolicyBook,
): string | null {
  if ('inCategory' in test)
    return value === null ? null : amended(namingOn(test.inCategory, String(value), asOf, book))
  if ('atLeast' in test) return sourceOfFigure(test.atLeast, asOf, book)
  if ('ageFrom' in test) {
    const from = sourceOfFigure(test.ageFrom, asOf, book)
    return from ?? (test.ageTo === undefined ? null : sourceOfFigure(test.ageTo, asOf, book))
  }
  // Which standings count makes this fact before the rules read it.
  return condition === 'registered' ? amended(entryOn(book.standingsThatCount, asOf)) : null
}

/** The decision by which a figure stands as it does on a day; null where the plan itself says so. */
export function sourceOfFigure(id: FigureId, asOf: Day, book: PolicyBook): string | null {
  return amended(figureOn(id, asOf, book))
}

/** The decision by which a programme was resumed, or ended, as it stands on a day; null where it is the plan's own. */
export function sourceOfProgramme(id: ProgrammeId, asOf: Day, book: PolicyBook): string | null {
  return amended(entryOn(book.programmes[id], asOf))
}

function amended(
  entry: { readonly amendment?: string; readonly citation: string } | undefined,
): string | null {
  return entry?.amendment === undefined ? null : entry.citation
}
