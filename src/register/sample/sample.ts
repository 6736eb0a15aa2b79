import type { Day } from '../../policy/facts.ts'
import { columnName } from '../columns.ts'
import { type SampleFault, spoil } from './faults.ts'
import { syntheticHousehold } from './household.ts'
import { PERSONAS, personaHousehold } from './personas.ts'
import { type Place, syntheticVillage, wordsOf } from './places.ts'
import { createRandom, type Random } from './random.ts'
import { rowsOf, SAMPLE_COLUMNS, type SampleCells } from './rows.ts'

export type SampleOptions = {
  readonly households: number
  readonly seed: number
  readonly takenOn: Day
  /** Real villages to put households in; see `places.ts`. */
  readonly places: readonly [Place, ...Place[]]
  readonly faults: 'none' | 'some'
}

export type SampleHousehold = {
  readonly rows: readonly SampleCells[]
  /** What the import should say of it. */
  readonly faults: readonly SampleFault[]
}

/** A column of the sample alone: every row says that nobody in it exists. */
const NOTICE_HEADER = '备注'
const NOTICE = '合成样本'

const SPOILED_EVERY = 20

/** A synthetic register, household by household: the personas first. The same options give the same register. */
export function* sampleHouseholds(options: SampleOptions): Generator<SampleHousehold> {
  const random = createRandom(options.seed)
  const placeWords = wordsOf(options.places)
  const placesOf = Map.groupBy(options.places, ({ county }) => county)
  for (const [at, persona] of PERSONAS.entries()) {
    if (at >= options.households) return
    const place = placesOf.get(persona.county)?.[0] ?? options.places[0]
    const household = personaHousehold(persona.id, place, options.takenOn)
    yield { rows: numbered(household, at, options, random, persona.telephone.slice(3)), faults: [] }
  }
  for (let at = PERSONAS.length; at < options.households; at++) {
    const household = syntheticHousehold(random, random.pick(options.places), options.takenOn, placeWords)
    const rows = numbered(household, at, options, random, null)
    const isSpoiled = options.faults === 'some' && at % SPOILED_EVERY === 0
    yield { rows, faults: isSpoiled ? spoil(rows, at / SPOILED_EVERY - 1, random) : [] }
  }
}

/** The sample as CSV, a line at a time, each with its line feed. No cell of it needs quotes. */
export function* sampleLines(options: SampleOptions): Generator<string> {
  yield `${sampleHeader().join()}\n`
  for (const { rows } of sampleHouseholds(options)) {
    for (const row of rows) yield `${sampleCells(row).join()}\n`
  }
}

/** The sample's headers, as offices write them. */
export function sampleHeader(): readonly string[] {
  return [...SAMPLE_COLUMNS.map(columnName), NOTICE_HEADER]
}

/** A row's cells under `sampleHeader`. */
export function sampleCells(row: SampleCells): readonly string[] {
  return [...SAMPLE_COLUMNS.map((column) => row[column]), NOTICE]
}

/** The village list that goes with a sample, as CSV lines. */
export function* sampleVillageLines(places: readonly Place[]): Generator<string> {
  yield '村编码,县(市、区、旗),乡(镇),行政村,是否贫困村,村人口\n'
  for (const place of places) {
    const { poor, population } = villageOf(place)
    const { code, county, township, village } = place
    yield `${[code, county, township, village, poor ? '是' : '否', population].join()}\n`
  }
}

// The herders' village is a poor one, as their persona needs.
function villageOf(place: Place) {
  const made = syntheticVillage(place)
  return place.county === '623025' ? { ...made, poor: true } : made
}

function numbered(
  household: Parameters<typeof rowsOf>[0],
  at: number,
  { seed, takenOn }: SampleOptions,
  random: Random,
  telephone: string | null,
): SampleCells[] {
  const number = `${household.place.code}${String(seed % 100).padStart(2, '0')}${String(at).padStart(7, '0')}`
  return rowsOf(
    household,
    { household: number, serial: at, telephone, year: Number(takenOn.slice(0, 4)) },
    random,
  )
}
