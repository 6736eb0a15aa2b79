import type { PersonSaid } from './person-said.ts'

/** What a household's `sealed` column holds, as JSON. */
export type SealedHousehold = {
  readonly number: string
  /** E.164. */
  readonly telephones: readonly string[]
  /** All that the register said of the household itself, as one text. */
  readonly said: string
  /** By the person's id. */
  readonly persons: Readonly<Record<string, SealedPerson>>
}

export type SealedPerson = {
  readonly number: string
  readonly name: string
  readonly idNumber: string | null
  /** What the register last said, which staff may since have corrected. */
  readonly said: PersonSaid
}

/** What a household's sealed value is bound to. */
export function placeOfHousehold(id: string): string {
  return `households/${id}`
}

/** Reads what this program sealed. */
export function parseSealed(json: string): SealedHousehold {
  return JSON.parse(json) as SealedHousehold
}
