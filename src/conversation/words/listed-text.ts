import type { TextKey } from '../../i18n/texts.ts'
import { COMPLETED, type FactName, OCCUPATIONS, SCHOOL_PLACES, STAGES } from '../../policy/facts.ts'
import type { Text } from './reply.ts'

/** What a value of those that a fact lists is called; undefined for a fact that lists none, and for a value it does not list. */
export function listedText(fact: FactName, value: unknown): Text | undefined {
  return LISTED[fact]?.get(value)
}

const LISTED: Readonly<Partial<Record<FactName, ReadonlyMap<unknown, Text>>>> = {
  'person.stage': textsOf(STAGES, (stage) => `policy:stage.${stage}`),
  'person.schoolPlace': textsOf(SCHOOL_PLACES, (place) => `policy:option.person.schoolPlace.${place}`),
  'person.completed': textsOf(COMPLETED, (school) => `policy:option.person.completed.${school}`),
  'person.occupation': textsOf(OCCUPATIONS, (work) => `policy:option.person.occupation.${work}`),
}

function textsOf<Value>(values: readonly Value[], keyOf: (value: Value) => TextKey) {
  return new Map<unknown, Text>(values.map((value) => [value, { key: keyOf(value) }]))
}
