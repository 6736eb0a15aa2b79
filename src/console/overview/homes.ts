import { type Area, areaCondition, contains, PROVINCE } from '../../staff/area.ts'

/** The condition that a contact `m.contact_id` belongs to a household of the area; its two values are bound from `?at` on. */
export function ofHomes(area: Area, at: number) {
  const { sql, params } = areaCondition(area, { county: 'h.county', township: 'h.township' }, at)
  // Who stands on no record is nobody's but the province's.
  if (contains(area, PROVINCE)) return { sql, params }
  const contacts = `m.contact_id in (select c.id from households h
      join household_telephones t on t.household_id = h.id join contacts c on c.address_index = t.address_index where ${sql}
    union select l.contact_id from households h join contact_households l on l.household_id = h.id where ${sql})`
  return { sql: contacts, params }
}
