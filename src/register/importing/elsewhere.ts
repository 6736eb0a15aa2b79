import type { Services } from '../../services.ts'
import { type Area, areaCondition } from '../../staff/area.ts'
import { numberIndexes } from '../finding/number-index.ts'
import type { Member } from '../row.ts'
import type { Group, Grouping } from './grouping.ts'

/**
 * Leaves out what the register holds outside an area: a row that says it is of one's own county, with the number of a
 * neighbour's household or person, would take it from there.
 */
export async function refuseElsewhere(
  { store, vault }: Pick<Services, 'store' | 'vault'>,
  area: Area,
  groups: readonly Group[],
  refused: Grouping['refused'],
): Promise<readonly Group[]> {
  const { sql, params } = areaCondition(area, { county: 'h.county', township: 'h.township' }, 2)
  const indexesOf = (kind: 'household' | 'person', numbers: Iterable<string>) =>
    [...new Set(numbers)].flatMap((number) => numberIndexes(vault, kind, number))
  const found = async (query: string, indexes: readonly string[]) => {
    const rows = await store.rows<{ number_index: string }>(query, [JSON.stringify(indexes), ...params])
    return new Set(rows.map((row) => row.number_index))
  }
  const members = groups.flat()
  const [households, persons] = await Promise.all([
    found(
      `select h.number_index from households h where h.number_index in (select value from json_each(?1)) and not ${sql}`,
      indexesOf(
        'household',
        members.map(({ householdNumber }) => householdNumber),
      ),
    ),
    found(
      `select p.number_index from persons p join households h on h.id = p.household_id
        where p.number_index in (select value from json_each(?1)) and not ${sql}`,
      indexesOf(
        'person',
        members.map(({ personNumber }) => personNumber),
      ),
    ),
  ])
  if (households.size + persons.size === 0) return groups
  const isHere = (member: Member) => {
    const stands = (kind: 'household' | 'person', number: string, among: ReadonlySet<string>) =>
      numberIndexes(vault, kind, number).some((index) => among.has(index))
    const isOfOthers = stands('household', member.householdNumber, households)
    if (isOfOthers) refused(member, 'household-elsewhere')
    else if (stands('person', member.personNumber, persons)) refused(member, 'person-elsewhere')
    else return true
    return false
  }
  return groups.map((group) => group.filter(isHere)).filter((group) => group.length > 0)
}
