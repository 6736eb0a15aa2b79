import type { Determination } from '../policy/determination.ts'
import { determineOne } from '../policy/determine.ts'
import type { Facts } from '../policy/facts.ts'
import type { PolicyBook } from '../policy/parameters/parameters.ts'
import { schoolYearOf } from '../policy/school-year.ts'
import { factsOf, type Household } from '../register/household.ts'
import type { LedgerEntry } from '../register/ledger-entry.ts'
import { loadHouseholds } from '../register/finding/look-up.ts'
import { readNumbers } from '../register/finding/read-numbers.ts'
import type { Services } from '../services.ts'
import type { Draw } from './draw.ts'
import { readTold, type Told } from '../told/read-told.ts'
import type { SamplePlan } from './sample-plan.ts'
import type { Stratum } from './strata.ts'

/** One person drawn for one programme: what is known, what the rules make of it, and what came of it. */
export type Detail = {
  readonly stratum: Stratum
  readonly household: Pick<Household, 'id' | 'township'> & {
    readonly village: string | null
    readonly number: string
  }
  readonly personNumber: string
  readonly facts: Facts
  readonly determination: Determination
  /** Of the school year of the day. */
  readonly ledger: LedgerEntry | null
}

export type Details = { readonly details: readonly Detail[]; readonly told: readonly Told[] }

/** Households opened at once. */
const STEP = 100

/** All that an inspector needs of those drawn, in the order of the strata. One whose record went meanwhile is left out. */
export async function detailsOf(
  services: Pick<Services, 'store' | 'vault'>,
  { day, area }: Pick<SamplePlan, 'day' | 'area'>,
  { strata }: Draw,
  book: PolicyBook,
): Promise<Details> {
  const ids = [...new Set(strata.flatMap(({ drawn }) => drawn.map(({ household }) => household)))].sort()
  const households = new Map<string, { readonly record: Household; readonly numbers: Numbers }>()
  const told: Told[] = []
  for (let from = 0; from < ids.length; from += STEP) {
    const some = ids.slice(from, from + STEP)
    const [records, numbers, said] = await Promise.all([
      loadHouseholds(services, some),
      readNumbers(services, some),
      readTold(services, some, area),
    ])
    for (const { household: record } of records)
      households.set(record.id, { record, numbers: numbers.get(record.id) ?? NO_NUMBERS })
    told.push(...said)
  }
  const details = strata.flatMap((stratum) =>
    stratum.drawn.flatMap(({ household, person: id }): Detail[] => {
      const found = households.get(household)
      const person = found?.record.persons.find((one) => one.id === id)
      if (found === undefined || person === undefined) return []
      const { record, numbers } = found
      const facts = factsOf(record, person, day, book)
      return [
        {
          stratum,
          household: {
            id: record.id,
            township: record.township,
            village: record.village.name,
            number: numbers.household,
          },
          personNumber: numbers.persons.get(id) ?? '',
          facts,
          determination: determineOne(stratum.programme, facts, day, book),
          ledger: record.ledger.find((entry) => isOf(entry, id, stratum, day)) ?? null,
        },
      ]
    }),
  )
  return { details, told }
}

type Numbers = { readonly household: string; readonly persons: ReadonlyMap<string, string> }
const NO_NUMBERS: Numbers = { household: '', persons: new Map() }

function isOf(entry: LedgerEntry, person: string, { programme }: Stratum, day: string): boolean {
  return entry.person === person && entry.programme === programme && entry.schoolYear === schoolYearOf(day)
}
