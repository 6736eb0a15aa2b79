import { registered } from './conditions.ts'
import type { Determination, Outcome } from '../determination.ts'
import type { Day, Missing } from '../facts.ts'
import type { FigureId } from '../parameters/figures.ts'
import { type Atom, evaluate, type Truth } from './logic.ts'
import { figureOn, type PolicyBook } from '../parameters/parameters.ts'
import type { Benefit, EarliestYear, FigureReference, Programme } from '../programme.ts'
import { sourceOfFigure, sourceOfProgramme } from '../parameters/source.ts'

type Judgement = {
  readonly programme: Programme
  /** The programme's atoms, each once, in the order of its conditions. */
  readonly atoms: readonly Atom[]
  readonly truthOf: (atom: Atom) => Truth
  /** The decision, beside the plan, by which an atom is as it is. */
  readonly sourceOf: (atom: Atom) => string | null
  readonly missing: () => readonly Missing[]
  readonly asOf: Day
  readonly book: PolicyBook
}

/** A programme's determination, given the value of each atom: the reasons are the very values that decided. */
export function judge({
  programme,
  atoms,
  truthOf,
  sourceOf,
  missing,
  asOf,
  book,
}: Judgement): Determination {
  const { id, kind, conditions, benefit, citations } = programme
  const value = evaluate(conditions, truthOf)
  const known = value === false ? () => false : truthOf
  const sources = [
    sourceOfProgramme(id, asOf, book),
    ...atoms.map(sourceOf),
    ...figuresIn(benefit).map((figure) => sourceOfFigure(figure, asOf, book)),
  ]
  return deepFreeze({
    programme: id,
    kind,
    outcome: outcomeOf(value),
    // A benefit's rule mirrors its type, with figures by name: reading them gives the benefit.
    benefit: resolve(benefit, { known, asOf, book }) as Benefit,
    reasons: atoms.map((atom) => ({
      condition: atom.condition,
      value: truthOf(atom),
      facts: [atom.fact],
      citation: sourceOf(atom) ?? atom.citation ?? citations[0],
    })),
    missing: value === null ? [...missing()] : [],
    citations: [...new Set([...citations, ...sources.filter((source) => source !== null)])],
    ...(kind === 'admission' ? { priority: truthOf(registered) } : {}),
  })
}

/** The determination of a programme that is not in force, and the clause that says so. */
export function judgeNotInForce(
  { id, kind, citations }: Programme,
  citation: string,
  priority: Truth,
): Determination {
  return deepFreeze({
    programme: id,
    kind,
    outcome: 'ineligible',
    benefit: null,
    reasons: [{ condition: 'in-force', value: false, facts: [], citation }],
    missing: [],
    citations: [...citations],
    ...(kind === 'admission' ? { priority } : {}),
  })
}

function outcomeOf(value: Truth): Outcome {
  if (value === null) return 'unknown'
  return value ? 'eligible' : 'ineligible'
}

type Figures = { readonly known: (atom: Atom) => Truth; readonly asOf: Day; readonly book: PolicyBook }

function resolve(rule: unknown, figures: Figures): unknown {
  if (typeof rule !== 'object' || rule === null) return rule
  if (Array.isArray(rule)) return [...(rule as unknown[])]
  if ('figure' in rule) return figureOn((rule as FigureReference).figure, figures.asOf, figures.book).value
  if ('earliest' in rule) return earliestYear(rule as EarliestYear, figures)
  return Object.fromEntries(Object.entries(rule).map(([field, part]) => [field, resolve(part, figures)]))
}

// The figures that a benefit names, each as its rule does.
function figuresIn(rule: unknown): readonly FigureId[] {
  if (typeof rule !== 'object' || rule === null) return []
  if ('figure' in rule) return [(rule as FigureReference).figure]
  if ('earliest' in rule) return (rule as EarliestYear).earliest.map(({ year }) => year)
  return Object.values(rule).flatMap(figuresIn)
}

function earliestYear({ earliest }: EarliestYear, { known, asOf, book }: Figures): number | null {
  const holding = earliest.filter(({ when }) => evaluate(when, known) === true)
  const years = holding.map(({ year }) => figureOn(year, asOf, book).value)
  return years.length === 0 ? null : Math.min(...years)
}

function deepFreeze<T extends object>(value: T): T {
  for (const part of Object.values(value)) if (typeof part === 'object' && part !== null) deepFreeze(part)
  return Object.freeze(value)
}
