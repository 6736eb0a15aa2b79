import type { Completed, Occupation, SchoolPlace, Stage, Standing } from '../../policy/facts.ts'
import type { Services } from '../../services.ts'
import type { Household, Person, Relation, Sex } from '../household.ts'
import { LEDGER_COLUMNS, type LedgerTuple, toLedgerEntry } from '../ledger-rows.ts'
import { parseSealed, placeOfHousehold } from '../sealed.ts'

type LookUpServices = Pick<Services, 'store' | 'vault'>

/** The households an address (a telephone as E.164, or a chat) stands on by the register's word or by a link; oldest first. */
export async function findHouseholdsByAddress(
  { store, vault }: LookUpServices,
  address: string,
): Promise<Household[]> {
  const rows = await store.rows<HouseholdRow>(BY_ADDRESS, [JSON.stringify(vault.indexes('address', address))])
  return Promise.all(eachOnce(rows).map((row) => toHousehold({ vault }, row)))
}

// A household may be found by its telephone and by a link.
function eachOnce(rows: readonly HouseholdRow[]): readonly HouseholdRow[] {
  if (rows.length < 2) return rows
  const byId = new Map(rows.map((row) => [row.id, row]))
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** One household with its persons' names; null where there is none of that id. */
export async function loadHousehold({ store, vault }: LookUpServices, id: string): Promise<Household | null> {
  const [row] = await store.rows<HouseholdRow>(BY_ID, [id])
  return row === undefined ? null : toHousehold({ vault }, row)
}

/** A household with the telephones that the register has of it, as E.164. */
export type WithTelephones = { readonly household: Household; readonly telephones: readonly string[] }

/** These households, of those that there are, in no order. */
export async function loadHouseholds(
  { store, vault }: LookUpServices,
  ids: readonly string[],
): Promise<readonly WithTelephones[]> {
  const rows = await store.rows<HouseholdRow>(BY_IDS, [JSON.stringify(ids)])
  return Promise.all(rows.map((row) => opened({ vault }, row)))
}

type HouseholdRow = {
  readonly id: string
  readonly sealed: string
  readonly county: string
  readonly township: string | null
  readonly village: string | null
  readonly rural: number | null
  readonly language: 'zh-CN' | 'bo' | null
  readonly taken_on: string
  readonly poor: number | null
  readonly population: number | null
  /** JSON arrays. */
  readonly standings: string
  readonly persons: string
  readonly ledger: string
}

type PersonTuple = readonly [
  id: string,
  sex: Sex | null,
  relation: Relation | null,
  birthDate: string | null,
  stage: Stage | null,
  finalYear: number | null,
  schoolPlace: SchoolPlace | null,
  completed: Completed | null,
  occupation: Occupation | null,
  takenOn: string,
]

async function toHousehold(services: Pick<LookUpServices, 'vault'>, row: HouseholdRow): Promise<Household> {
  return (await opened(services, row)).household
}

async function opened({ vault }: Pick<LookUpServices, 'vault'>, row: HouseholdRow): Promise<WithTelephones> {
  const sealed = parseSealed(await vault.open(row.sealed, placeOfHousehold(row.id)))
  const standings = JSON.parse(row.standings) as readonly (readonly [string, Standing])[]
  const persons = JSON.parse(row.persons) as readonly PersonTuple[]
  const ledger = JSON.parse(row.ledger) as readonly LedgerTuple[]
  const numberOf = (id: string) => sealed.persons.get(id)?.number ?? ''
  const household = {
    id: row.id,
    county: row.county,
    township: row.township,
    village: {
      name: row.village,
      poor: row.poor === null ? null : row.poor === 1,
      population: row.population,
    },
    rural: row.rural === null ? null : row.rural === 1,
    language: row.language,
    standings: standings
      .map(([from, standing]) => ({ from, standing }))
      .sort((a, b) => (a.from < b.from ? -1 : 1)),
    persons: persons
      .toSorted((a, b) => (numberOf(a[0]) < numberOf(b[0]) ? -1 : 1))
      .map((tuple) => toPerson(tuple, sealed.persons.get(tuple[0])?.name ?? '')),
    takenOn: row.taken_on,
    ledger: await Promise.all(ledger.map((tuple) => toLedgerEntry(vault, tuple))),
  }
  return { household, telephones: sealed.telephones }
}

function toPerson(
  [id, sex, relation, birthDate, stage, finalYear, schoolPlace, completed, occupation, takenOn]: PersonTuple,
  name: string,
): Person {
  const isFinal = finalYear === null ? null : finalYear === 1
  return {
    id,
    name,
    sex,
    relation,
    birthDate,
    stage,
    finalYear: isFinal,
    schoolPlace,
    completed,
    occupation,
    takenOn,
  }
}

const HOUSEHOLD_COLUMNS = `select h.id, h.sealed, h.county, h.township, h.village, h.rural, h.language, h.taken_on, v.poor, v.population,
    (select json_group_array(json_array(s.from_day, s.standing)) from standings s where s.household_id = h.id) as standings,
    (select json_group_array(json_array(p.id, p.sex, p.relation, p.birth_date, p.stage, p.final_year, p.school_place,
      p.completed, p.occupation, p.taken_on)) from persons p where p.household_id = h.id) as persons,
    (select json_group_array(json_array(${LEDGER_COLUMNS})) from persons p join ledger l on l.person_id = p.id
      where p.household_id = h.id) as ledger`

const VILLAGE = 'left join villages v on v.key = h.village_key'

const HOUSEHOLD = `${HOUSEHOLD_COLUMNS} from households h ${VILLAGE}`

// Joined, not sought in a list: SQLite makes a table of its own for each list, at more than the look-up's cost.
const BY_ADDRESS = `with found (household_id) as (
    select t.household_id from json_each(?1) a cross join household_telephones t on t.address_index = a.value
    union all
    select l.household_id from json_each(?1) a cross join contacts c on c.address_index = a.value
      cross join contact_households l on l.contact_id = c.id)
  ${HOUSEHOLD_COLUMNS} from found f cross join households h on h.id = f.household_id ${VILLAGE}`

const BY_IDS = `${HOUSEHOLD} where h.id in (select value from json_each(?1))`

const BY_ID = `${HOUSEHOLD} where h.id = ?1`
