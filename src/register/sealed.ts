/** What a household's `sealed` column holds. */
export type SealedHousehold = {
  readonly number: string
  /** E.164. */
  readonly telephones: readonly string[]
  /** Keyed digest of what the register said of the household itself. */
  readonly saidIndex: string
  /** By the person's id. */
  readonly persons: ReadonlyMap<string, SealedPerson>
}

export type SealedPerson = {
  readonly number: string
  readonly name: string
  readonly idNumber: string | null
}

/** What a household's sealed value is bound to. */
export function placeOfHousehold(id: string): string {
  return `households/${id}`
}

type PersonTuple = readonly [id: string, number: string, name: string, idNumber: string | null]
type HouseholdTuple = readonly [
  number: string,
  telephones: readonly string[],
  saidIndex: string,
  persons: readonly PersonTuple[],
]

/** The text to be sealed: without names of fields, for there are millions of it. */
export function sealedText({ number, telephones, saidIndex, persons }: SealedHousehold): string {
  const tuples: PersonTuple[] = []
  for (const [id, person] of persons) tuples.push([id, person.number, person.name, person.idNumber])
  return JSON.stringify([number, telephones, saidIndex, tuples] satisfies HouseholdTuple)
}

/** Reads what `sealedText` wrote. */
export function parseSealed(json: string): SealedHousehold {
  const [number, telephones, saidIndex, tuples] = JSON.parse(json) as HouseholdTuple
  const persons = tuples.map(([id, number, name, idNumber]) => [id, { number, name, idNumber }] as const)
  return { number, telephones, saidIndex, persons: new Map(persons) }
}
