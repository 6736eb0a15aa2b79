import { ageOn } from '../../policy/age.ts'
import type { Day } from '../../policy/facts.ts'
import type { Household, Person } from '../../register/household.ts'
import { type Param, say } from './reply.ts'

/** A person by name; where another of the household has the same, by name and age. */
export function namedIn(household: Household | null, person: Person, today: Day): Param {
  const name = { name: person.name }
  const isShared = household?.persons.some((other) => other.id !== person.id && other.name === person.name)
  if (isShared !== true || person.birthDate === null) return name
  return say('conversation:who.aged', { name, age: ageOn(person.birthDate, today) })
}
