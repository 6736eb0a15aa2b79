import { type Area, PROVINCE } from '../staff/area.ts'
import type { SqlValue } from '../storage/store.ts'

/** A household's place in the order in which an area is gone through. */
export type Place = { readonly county: string; readonly id: string }

/** What stands before an area's first household; what lies beyond Gansu is the province's too. */
export function beginningOf({ code }: Area): Place {
  return { county: code === PROVINCE.code ? '' : code, id: '' }
}

/**
 * The columns in whose order an area's households `h` are gone through. All of Gansu goes as the register was written, as
 * persons and telephones stand too, so that no page of the database is read twice; a part of it by the index of counties.
 */
export function orderOf({ code }: Area): string {
  return code === PROVINCE.code ? 'h.id' : 'h.county, h.id'
}

/** The condition that a household `h` stands so to a place in its area's order; its values are bound from `?at` on. */
export function standsTo(area: Area, relation: '>' | '<=', { county, id }: Place, at: number) {
  const params: readonly SqlValue[] = area.code === PROVINCE.code ? [id] : [county, id]
  const values = params.map((_, nth) => `?${at + nth}`)
  return { sql: `(${orderOf(area)}) ${relation} (${values.join()})`, params }
}

/**
 * An area's households `h` for a statement that reads all of them: those of Gansu by rows, in the order of the register too;
 * SQLite would take the index of counties, which is shorter, and seek each household's persons all over the database.
 */
export function householdsOf({ code }: Area): string {
  return code === PROVINCE.code ? 'households h not indexed' : 'households h'
}
