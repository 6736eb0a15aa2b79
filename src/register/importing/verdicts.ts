import type { Store } from '../../storage/store.ts'
import type { FirstReading } from './staging.ts'

/** What only the whole file tells, found among the staged rows. */
export type Verdicts = {
  /** By line: the row is one of a person with two ID numbers, or repeats a person named elsewhere. */
  readonly lines: ReadonlyMap<number, 'conflict' | 'repeat'>
  /** Households whose rows disagree on county. */
  readonly disagreeing: ReadonlySet<string>
  /** Households whose rows do not stand together, with how many there are. */
  readonly scattered: ReadonlyMap<string, number>
  /** Persons named by rejected rows alone. */
  readonly spared: FirstReading['spared']
}

type Household = { readonly household_index: string; readonly rows: number; readonly disagrees: number }
type Repeated = {
  readonly line: number
  readonly household_index: string
  readonly person_index: string
  readonly id_index: string | null
}

/** Compares the file's rows with one another. */
export async function judge(
  store: Store,
  importId: string,
  spared: FirstReading['spared'],
): Promise<Verdicts> {
  const households = await store.rows<Household>(HOUSEHOLDS, [importId])
  const repeated = await store.rows<Repeated>(REPEATED, [importId])
  const lines = new Map<number, 'conflict' | 'repeat'>()
  const sparedToo = new Map([...spared].map(([household, persons]) => [household, new Set(persons)]))
  for (const rows of Map.groupBy(repeated, (row) => row.person_index).values()) {
    const ids = new Set(rows.map((row) => row.id_index).filter((id) => id !== null))
    const kept = ids.size > 1 ? undefined : (rows.find((row) => row.id_index !== null) ?? rows[0])
    for (const row of rows) {
      if (row === kept) continue
      lines.set(row.line, ids.size > 1 ? 'conflict' : 'repeat')
      if (ids.size > 1) addTo(sparedToo, row.household_index, row.person_index)
    }
  }
  return {
    lines,
    disagreeing: new Set(households.filter((row) => row.disagrees === 1).map((row) => row.household_index)),
    scattered: new Map(households.map((row) => [row.household_index, row.rows])),
    spared: sparedToo,
  }
}

function addTo(map: Map<string, Set<string>>, key: string, value: string): void {
  const set = map.get(key)
  if (set === undefined) map.set(key, new Set([value]))
  else set.add(value)
}

// Rejected rows leave gaps in the lines, so some households that do stand together are counted among the scattered: no harm.
const HOUSEHOLDS = `select household_index, count(*) as rows, min(county) <> max(county) as disagrees
  from import_rows where import_id = ?1 group by household_index
  having max(line) - min(line) + 1 > count(*) or min(county) <> max(county)`

const REPEATED = `select line, household_index, person_index, id_index from import_rows
  where import_id = ?1 and person_index in
    (select person_index from import_rows where import_id = ?1 group by person_index having count(*) > 1)
  order by line`
