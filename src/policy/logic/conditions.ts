import type { Completed, Occupation, SchoolPlace, Stage } from '../facts.ts'
import type { FigureId } from '../parameters/figures.ts'
import type { Atom, ConditionId } from './logic.ts'

/** P: the household counts as poor. */
export const registered: Atom = {
  condition: 'registered',
  fact: 'household.registered',
  test: { isOneOf: [true] },
}

/** C: the household is registered in one of the plan's 58 + 17 counties. */
export const inPlanCounties: Atom = {
  condition: 'in-plan-counties',
  fact: 'household.county',
  test: { inCategory: 'plan' },
}

export const inTibetanArea: Atom = {
  condition: 'in-tibetan-area',
  fact: 'household.county',
  test: { inCategory: 'tibetanArea' },
}

export const inOldRevolutionaryArea: Atom = {
  condition: 'in-old-revolutionary-area',
  fact: 'household.county',
  test: { inCategory: 'oldRevolutionaryArea' },
}

export const rural: Atom = { condition: 'rural', fact: 'household.rural', test: { isOneOf: [true] } }

export const villagePoor: Atom = {
  condition: 'village-poor',
  fact: 'household.village.poor',
  test: { isOneOf: [true] },
}

export const finalYear: Atom = {
  condition: 'final-year',
  fact: 'person.finalYear',
  test: { isOneOf: [true] },
}

export function villagePopulationAtLeast(figure: FigureId): Atom {
  return { condition: 'village-population', fact: 'household.village.population', test: { atLeast: figure } }
}

/** Age in completed years on the day asked about, both ends included. */
export function age(from: FigureId, to?: FigureId): Atom {
  const test = to === undefined ? { ageFrom: from } : { ageFrom: from, ageTo: to }
  return { condition: 'age', fact: 'person.birthDate', test }
}

export function stageIs(...stages: readonly Stage[]): Atom {
  return { condition: 'stage', fact: 'person.stage', test: { isOneOf: stages } }
}

export function schoolPlaceIs(...places: readonly SchoolPlace[]): Atom {
  return { condition: 'school-place', fact: 'person.schoolPlace', test: { isOneOf: places } }
}

export function completedIs(...completed: readonly Completed[]): Atom {
  return { condition: 'completed', fact: 'person.completed', test: { isOneOf: completed } }
}

export function occupationIs(...occupations: readonly Occupation[]): Atom {
  return { condition: 'occupation', fact: 'person.occupation', test: { isOneOf: occupations } }
}

/** The same condition under a name of its own, where a programme asks the same fact more than once. */
export function named(condition: ConditionId, atom: Atom): Atom {
  return { ...atom, condition }
}

/** The same condition, resting on another clause than the programme's first. */
export function cited(citation: string, atom: Atom): Atom {
  return { ...atom, citation }
}
