import type { FactClasses } from './classes.ts'
import { registered } from './conditions.ts'
import { decisive } from './decisive.ts'
import type { Determination } from '../determination.ts'
import { type Day, FACT_NAMES, type FactName, type Missing } from '../facts.ts'
import { judge, judgeNotInForce } from './judge.ts'
import { type Atom, atomsOf, evaluate, type Truth } from './logic.ts'
import type { PolicyBook } from '../parameters/parameters.ts'
import type { Programme } from '../programme.ts'
import { officeUnknowns, type Reading, readingsOf, sourcesOf, truthsOf, unknownFacts } from './reading.ts'

/** A programme made ready for one period of a book. A person is given by the classes of the facts, in the order of `FACT_NAMES`. */
export type Rule = {
  /** The facts it reads, by their places in `FACT_NAMES`. */
  readonly reads: readonly number[]
  readonly determine: (person: readonly number[]) => Determination
  /** The facts whose answer can still change what is known of the outcome while those in `skip` stay unknown. */
  readonly askable: (person: readonly number[], skip: readonly FactName[]) => readonly FactName[]
}

/** Judges each distinct combination of classes once and finds it again in a table. */
export function compile(
  programme: Programme,
  classes: readonly FactClasses[],
  asOf: Day,
  book: PolicyBook,
): Rule {
  const conditions = [...new Set(atomsOf(programme.conditions))]
  // An admission also reads who comes first at equal conditions.
  const atoms = programme.kind === 'admission' ? [...new Set([...conditions, registered])] : conditions
  const indexOf = new Map(atoms.map((atom, index) => [atom, index]))
  const readings = readingsOf(atoms, classes, asOf, book)
  const truthsIn = (truths: readonly Truth[]) => (atom: Atom) => truths[indexOf.get(atom) ?? -1] ?? null
  const outcomeOf = (truths: readonly Truth[]) => evaluate(programme.conditions, truthsIn(truths))

  function judgeAnew(place: number, person: readonly number[]): Determination {
    const truths = truthsOf(readings, person)
    const unknowns = [...unknownFacts(readings, person), ...officeUnknowns(readings, person, atoms)]
    const missing = () => decisive<Missing>(unknowns, truths, outcomeOf)
    const sources = sourcesOf(readings, person)
    const found = judge({
      programme,
      atoms: conditions,
      truthOf: truthsIn(truths),
      sourceOf: (atom) => sources[indexOf.get(atom) ?? -1] ?? null,
      missing,
      asOf,
      book,
    })
    table[place] = found
    return found
  }

  const table = new Array<Determination | undefined>(sizeOf(readings)).fill(undefined)
  const asked = new Map<string, readonly FactName[]>()
  const positions = readings.map(({ position }) => position)
  const places = readings.map((reading) => reading.places)
  // Run for every person and programme: an index costs a third of an iterator here.
  const placeOf = (person: readonly number[]) => {
    let place = 0
    for (let at = 0; at < positions.length; at++) place += places[at]?.[person[positions[at] ?? 0] ?? 0] ?? 0
    return place
  }
  return {
    reads: positions,
    determine: (person) => {
      const place = placeOf(person)
      return table[place] ?? judgeAnew(place, person)
    },
    askable: (person, skip) => {
      const key = `${placeOf(person)} ${skip.join()}`
      const facts =
        asked.get(key) ??
        decisive(unknownFacts(readings, person, skip), truthsOf(readings, person), outcomeOf)
      asked.set(key, facts)
      return facts
    },
  }
}

/** A programme that is not in force: one answer for everybody but for who would come first, and nothing to ask. */
export function notInForce(programme: Programme, citation: string, classes: readonly FactClasses[]): Rule {
  const position = FACT_NAMES.indexOf(registered.fact)
  const priorities = classes[position]?.representatives ?? []
  const determinations = priorities.map((priority) =>
    judgeNotInForce(programme, citation, priority === null ? null : priority === true),
  )
  const [anybody] = determinations
  if (anybody === undefined) throw new Error('the facts have no classes')
  return {
    reads: [position],
    determine: (person) => determinations[person[position] ?? 0] ?? anybody,
    askable: () => [],
  }
}

function sizeOf(readings: readonly Reading[]): number {
  return readings.reduce((size, { kinds }) => size * kinds.length, 1)
}
