import { type FactClasses, holds } from './classes.ts'
import type { Unknown } from './decisive.ts'
import { type Day, FACT_NAMES, type FactName, type OfficeKnowledge } from '../facts.ts'
import type { Atom, CountyCategory, Truth } from './logic.ts'
import type { PolicyBook } from '../parameters/parameters.ts'
import { sourceOf } from '../parameters/source.ts'

/** How a programme reads one fact: which of its atoms (by index) ask it, and what truths the fact's classes give them. */
export type Reading = {
  readonly fact: FactName
  /** The fact's place among a person's classes. */
  readonly position: number
  readonly atoms: readonly number[]
  /** What the programme can tell apart: truths, one an atom. Kind 0 is the unknown fact. */
  readonly kinds: readonly (readonly Truth[])[]
  /** For each kind what decision, beside the plan, says so: one an atom. */
  readonly sources: readonly (readonly (string | null)[])[]
  /** The kind of each class of the fact. */
  readonly kindOf: readonly number[]
  /** What each class adds to a person's place in the table of determinations. */
  readonly places: readonly number[]
}

const OFFICE: Partial<Record<CountyCategory, OfficeKnowledge>> = {
  plan: 'office.plan-county',
  oldRevolutionaryArea: 'office.old-revolutionary-county',
}

/** How these atoms read the facts, in the order of `FACT_NAMES`. */
export function readingsOf(
  atoms: readonly Atom[],
  classes: readonly FactClasses[],
  asOf: Day,
  book: PolicyBook,
): Reading[] {
  let size = 1
  return FACT_NAMES.flatMap((fact, position) => {
    const asking = atoms.filter((atom) => atom.fact === fact)
    if (asking.length === 0) return []
    const kinds: Truth[][] = []
    const sources: (string | null)[][] = []
    const kindOf = (classes[position]?.representatives ?? []).map((representative) => {
      const truths = asking.map((atom) => holds(atom.test, representative, asOf, book))
      const said = asking.map((atom) => sourceOf(atom, representative, asOf, book))
      const same = kinds.findIndex(
        (kind, at) => at > 0 && String(kind) === String(truths) && String(sources[at]) === String(said),
      )
      if (same > 0) return same
      sources.push(said)
      return kinds.push(truths) - 1
    })
    const places = kindOf.map((kind) => kind * size)
    size *= kinds.length
    const asked = asking.map((atom) => atoms.indexOf(atom))
    return [{ fact, position, places, atoms: asked, kinds, sources, kindOf }]
  })
}

/** Each atom's truth for a person's classes. */
export function truthsOf(readings: readonly Reading[], classes: readonly number[]): Truth[] {
  const truths: Truth[] = []
  for (const reading of readings) {
    const kind = kindIn(reading, classes)
    reading.atoms.forEach((atom, index) => {
      truths[atom] = kind[index] ?? null
    })
  }
  return truths
}

/** For each atom the decision, beside the plan, by which it holds or does not for a person's classes. */
export function sourcesOf(readings: readonly Reading[], classes: readonly number[]): (string | null)[] {
  const sources: (string | null)[] = []
  for (const reading of readings) {
    const said = reading.sources[reading.kindOf[classes[reading.position] ?? 0] ?? 0] ?? []
    reading.atoms.forEach((atom, index) => {
      sources[atom] = said[index] ?? null
    })
  }
  return sources
}

/** The unknown facts that a person could still be asked, and what each answer would make of the atoms. */
export function unknownFacts(
  readings: readonly Reading[],
  classes: readonly number[],
  skip: readonly FactName[] = [],
): Unknown<FactName>[] {
  const open = readings.filter(({ fact, position }) => classes[position] === 0 && !skip.includes(fact))
  return open.map(({ fact, atoms, kinds }) => ({ name: fact, atoms, answers: kinds.slice(1) }))
}

/** What only the office can say of a known county: the categories in which the lists leave it open. */
export function officeUnknowns(
  readings: readonly Reading[],
  classes: readonly number[],
  atoms: readonly Atom[],
): Unknown<OfficeKnowledge>[] {
  const known = readings.filter(({ position }) => classes[position] !== 0)
  return known.flatMap((reading) =>
    kindIn(reading, classes).flatMap((truth, index) => {
      const atom = reading.atoms[index] ?? -1
      const test = atoms[atom]?.test
      const name = test !== undefined && 'inCategory' in test ? OFFICE[test.inCategory] : undefined
      return truth !== null || name === undefined ? [] : [{ name, atoms: [atom], answers: [[false], [true]] }]
    }),
  )
}

function kindIn(reading: Reading, classes: readonly number[]): readonly Truth[] {
  return reading.kinds[reading.kindOf[classes[reading.position] ?? 0] ?? 0] ?? []
}
