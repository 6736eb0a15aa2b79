import type { Day } from '../facts.ts'

/** A value that holds from a day until a later entry replaces it, and the clause (or decision) that says so. */
export type Dated<T> = {
  readonly from: Day
  readonly value: T
  readonly citation: string
  /** The decision that laid it over the plan; absent where the plan itself says so. */
  readonly amendment?: string
}

/** The entry in force on a day: the latest begun by then, the last written where two begin together. Undefined before the first. */
export function entryOn<T>(entries: readonly Dated<T>[], asOf: Day): Dated<T> | undefined {
  let found: Dated<T> | undefined
  for (const entry of entries) {
    if (entry.from <= asOf && (found === undefined || entry.from >= found.from)) found = entry
  }
  return found
}
