import { type FirstReading, NO_ID } from './first-reading.ts'
import { repeatedIn } from './fingerprints.ts'

/** What only the whole file tells, of the rows that can be taken on their own. */
export type Verdicts = {
  /** By the row's place among them: it is one of a person with two ID numbers, or repeats a person named elsewhere. */
  readonly rows: ReadonlyMap<number, 'conflict' | 'repeat'>
  /** Households whose rows disagree on county. */
  readonly disagreeing: ReadonlySet<bigint>
  /** Households whose rows do not stand together, with how many runs of rows they have. */
  readonly scattered: ReadonlyMap<bigint, number>
}

/** Compares the file's rows with one another. */
export function judge(first: FirstReading): Verdicts {
  return { rows: judgeRows(first), ...judgeHouseholds(first) }
}

function judgeRows({ persons, idNumbers }: FirstReading): ReadonlyMap<number, 'conflict' | 'repeat'> {
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

function judgeHouseholds({ households, counties, disagreeing }: FirstReading) {
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
