import type { Day } from './facts.ts'

/** Age in completed years on a day; a birthday counts from its own day, 29 February from 1 March in a common year. */
export function ageOn(birthDate: Day, asOf: Day): number {
  const years = Number(asOf.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return asOf.slice(5) < birthDate.slice(5) ? years - 1 : years
}
