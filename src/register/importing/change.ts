import type { PersonField, PersonSaid } from '../person-said.ts'
import type { HouseholdRecord } from './records.ts'
import type { HouseholdChange } from './report.ts'

/** What a record changes, for staff to read before it is written. */
export function changeOf({ id, isNew, said, standings, persons }: HouseholdRecord): HouseholdChange {
  return {
    kind: isNew ? 'added' : 'changed',
    id,
    line: said.line,
    standing: standings.at(-1) ?? null,
    persons: persons
      .filter(({ outcome }) => outcome !== 'unchanged')
      .map(({ member, before, stands }) => ({
        name: member.member.name,
        isNew: before === null,
        fields: before === null ? [] : differences(before, stands),
      })),
  }
}

function differences(before: PersonSaid, after: PersonSaid) {
  const fields = Object.keys(after) as readonly PersonField[]
  return fields
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field, before: before[field], after: after[field] }))
}
