import { type FingerprintList, repeatedIn } from './fingerprints.ts'

/** The rows that can be taken on their own, by fingerprints, in the file's order. */
type Seen = {
  readonly persons: FingerprintList
  /** Beside `persons`; `NO_ID` where the row has no ID number. */
  readonly idNumbers: FingerprintList
  /** One for each run of rows of one household. */
  readonly households: FingerprintList
  /** Beside `households`: the county of the run's first row. */
  readonly counties: readonly string[]
  /** Households of which one run names two counties. */
  readonly disagreeing: ReadonlySet<bigint>
}

export const NO_ID = 0n

/** What only the whole file tells, of the rows that can be taken on their own. */
export type Verdicts = {
  /** By the row's place among them: it is one of a person with two ID numbers, or repeats a person named elsewhere. */
  readonly rows: ReadonlyMap<number, 'conflict' | 'repeat'>
  /** Places of rows that are taken although another person of the file has the same ID number. */
  readonly sharing: ReadonlySet<number>
  /** Households whose rows disagree on county. */
  readonly disagreeing: ReadonlySet<bigint>
  /** Households whose rows do not stand together, with how many runs of rows they have. */
  readonly scattered: ReadonlyMap<bigint, number>
}

/** Compares the file's rows with one another. */
export function judge(seen: Seen): Verdicts {
  const rows = judgeRows(seen)
  return { rows, sharing: sharingOf(seen, rows), ...judgeHouseholds(seen) }
}

function judgeRows({ persons, idNumbers }: Seen): ReadonlyMap<number, 'conflict' | 'repeat'> {
  const ids = idNumbers.all()
  const verdicts = new Map<number, 'conflict' | 'repeat'>()
  for (const places of placesOfRepeated(persons.all(), repeatedIn(persons)).values()) {
    const withId = places.filter((place) => ids[place] !== NO_ID)
    const isConflict = new Set(withId.map((place) => ids[place])).size > 1
    const kept = isConflict ? undefined : (withId[0] ?? places[0])
    for (const place of places) if (place !== kept) verdicts.set(place, isConflict ? 'conflict' : 'repeat')
  }
  return verdicts
}

function sharingOf({ persons, idNumbers }: Seen, rows: Verdicts['rows']): ReadonlySet<number> {
  const repeated = new Set(repeatedIn(idNumbers))
  repeated.delete(NO_ID)
  const all = persons.all()
  const sharing = new Set<number>()
  for (const places of placesOfRepeated(idNumbers.all(), repeated).values()) {
    const taken = places.filter((place) => !rows.has(place))
    if (new Set(taken.map((place) => all[place])).size > 1) for (const place of taken) sharing.add(place)
  }
  return sharing
}

function judgeHouseholds({ households, counties, disagreeing }: Seen) {
  const disagree = new Set(disagreeing)
  const scattered = new Map<bigint, number>()
  for (const [household, places] of placesOfRepeated(households.all(), repeatedIn(households))) {
    scattered.set(household, places.length)
    if (places.some((place) => counties[place] !== counties[places[0] ?? 0])) disagree.add(household)
  }
  return { disagreeing: disagree, scattered }
}

function placesOfRepeated(
  all: BigUint64Array,
  repeated: ReadonlySet<bigint>,
): ReadonlyMap<bigint, readonly number[]> {
  const places = new Map<bigint, number[]>()
  if (repeated.size === 0) return places
  for (const [place, value] of all.entries()) {
    if (!repeated.has(value)) continue
    const others = places.get(value)
    if (others === undefined) places.set(value, [place])
    else others.push(place)
  }
  return places
}
