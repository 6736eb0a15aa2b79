import { atomsOf } from '../../../src/policy/logic/logic.ts'
import { determineOne } from '../../../src/policy/determine.ts'
import { FACT_NAMES, type FactName, type Facts } from '../../../src/policy/facts.ts'
import { inquire } from '../../../src/policy/inquire.ts'
import { PROGRAMMES, type ProgrammeId } from '../../../src/policy/programmes/index.ts'
import { AS_OF, situationOf } from '../determinations/persons.ts'
import { answersOf, publicodesEngine } from '../determinations/publicodes.ts'

/** What to ask next about these programmes, given what is known and what was asked; null when done. */
export type Strategy = {
  readonly name: string
  readonly next: (known: Facts, asked: readonly FactName[], goals: readonly ProgrammeId[]) => FactName | null
}

export const ours: Strategy = {
  name: 'huixue',
  next: (known, asked, programmes) => inquire(known, AS_OF, { programmes, skip: asked }),
}

/** A form in the plan's order of facts that leaves out what no rule asked about reads, and ends as soon as all is settled. */
export const fixedOrder: Strategy = {
  name: 'fixed order until settled',
  next: (known, asked, goals) => {
    if (isSettled(known, goals)) return null
    const read = factsRead(goals)
    return FACT_NAMES.find((fact) => read.has(fact) && !asked.includes(fact)) ?? null
  },
}

const engine = publicodesEngine()
const FACT_OF: Readonly<Record<string, FactName>> = {
  registered: 'household.registered',
  rural: 'household.rural',
  villagePoor: 'household.village.poor',
  villagePopulation: 'household.village.population',
  age: 'person.birthDate',
  stage: 'person.stage',
  finalYear: 'person.finalYear',
  schoolPlace: 'person.schoolPlace',
  completed: 'person.completed',
  occupation: 'person.occupation',
}

/** As publicodes' own forms do: the missing variable with the highest score over all goals first. */
export const publicodesOrder: Strategy = {
  name: 'publicodes, missing variables by score',
  next: (known, asked, goals) => {
    engine.setSituation(answersOf(situationOf(known)))
    const scores = new Map<FactName, number>()
    for (const goal of goals) {
      for (const [variable, score] of Object.entries(engine.evaluate(goal).missingVariables)) {
        const fact = FACT_OF[variable] ?? 'household.county'
        scores.set(fact, (scores.get(fact) ?? 0) + score)
      }
    }
    const open = [...scores].filter(([fact]) => !asked.includes(fact))
    return open.toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? null
  },
}

/** Whether nothing more is to be had from a family: what is still unknown only an office can say. */
export function isSettled(known: Facts, goals: readonly ProgrammeId[]): boolean {
  return goals.every((id) =>
    determineOne(id, known, AS_OF).missing.every((name) => name.startsWith('office.')),
  )
}

function factsRead(goals: readonly ProgrammeId[]): ReadonlySet<FactName> {
  const programmes = PROGRAMMES.filter(({ id }) => goals.includes(id))
  return new Set(programmes.flatMap(({ conditions }) => atomsOf(conditions).map((atom) => atom.fact)))
}
