import type { Day } from '../../policy/facts.ts'
import type { ProgrammeId } from '../../policy/programmes/index.ts'

type Asked = {
  readonly programme: ProgrammeId
  readonly day: Day
  /** The household whose determination led there. */
  readonly household: string
}

/** Where a programme's rule stands as of a day, with the way back to the household that it was determined for. */
export function ruleAddress({ programme, day, household }: Asked): string {
  return `/console/policy?${new URLSearchParams({ day, programme, household }).toString()}#${programme}`
}

/** Where a household that an address names stands, as of the day; null where it names none. */
export function householdAddress(household: string | undefined, day: Day): string | null {
  if (household === undefined || !/^[0-9A-Z]{26}$/.test(household)) return null
  return `/console/households/${household}?${new URLSearchParams({ day }).toString()}`
}
