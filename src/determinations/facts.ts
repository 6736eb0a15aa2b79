import type { Completed, Day, Occupation, SchoolPlace, Stage, Standing } from '../policy/facts.ts'
import type { HouseholdFacts, PersonFacts } from '../register/household.ts'
import type { Store } from '../storage/store.ts'

/** What the rules read of a household, with its persons by id; nothing of it names anybody. */
export type Determinable = HouseholdFacts & {
  readonly id: string
  readonly persons: readonly (PersonFacts & { readonly id: string })[]
}

type Row = {
  readonly id: string
  readonly county: string
  readonly rural: number | null
  readonly poor: number | null
  readonly population: number | null
  /** JSON arrays, in no order. */
  readonly standings: string
  readonly persons: string
}

type PersonTuple = readonly [
  id: string,
  birthDate: Day | null,
  stage: Stage | null,
  finalYear: number | null,
  schoolPlace: SchoolPlace | null,
  completed: Completed | null,
  occupation: Occupation | null,
]

const FACTS = `select h.id, h.county, h.rural, v.poor, v.population,
    (select json_group_array(json_array(s.from_day, s.standing)) from standings s where s.household_id = h.id) as standings,
    (select json_group_array(json_array(p.id, p.birth_date, p.stage, p.final_year, p.school_place, p.completed,
      p.occupation)) from persons p where p.household_id = h.id) as persons
  from json_each(?1) as said cross join households h on h.id = said.value left join villages v on v.key = h.village_key`

/** The facts of these households, of those that there are. */
export async function loadFacts(store: Store, ids: readonly string[]): Promise<readonly Determinable[]> {
  const rows = await store.rows<Row>(FACTS, [JSON.stringify(ids)])
  return rows.map((row) => ({
    id: row.id,
    county: row.county,
    rural: truth(row.rural),
    village: { poor: truth(row.poor), population: row.population },
    standings: (JSON.parse(row.standings) as readonly (readonly [Day, Standing])[])
      .map(([from, standing]) => ({ from, standing }))
      .sort((one, other) => (one.from < other.from ? -1 : 1)),
    persons: (JSON.parse(row.persons) as readonly PersonTuple[]).map(personOf),
  }))
}

function personOf([id, birthDate, stage, finalYear, schoolPlace, completed, occupation]: PersonTuple) {
  return { id, birthDate, stage, finalYear: truth(finalYear), schoolPlace, completed, occupation }
}

function truth(value: number | null): boolean | null {
  return value === null ? null : value === 1
}
