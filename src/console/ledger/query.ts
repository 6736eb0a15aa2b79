import { LEDGER_FILTERS, type LedgerFilter } from '../../audiences/ledger-filter.ts'
import type { GapQuery } from '../../audiences/gaps.ts'
import { PROGRAMME_IDS } from '../../policy/programme.ts'
import { type Area, areaOf } from '../../staff/area.ts'
import { orderIn, orderText } from '../order.ts'
import { FIGURE_COLUMNS, type FigureOrder } from './figure-order.ts'

/** What the ledger's pages are asked: a part of the register, and of it which lines. */
export type DeskQuery = GapQuery & {
  readonly state: LedgerFilter | null
  /** How the figures stand; null: places by their code, programmes as the plan has them. */
  readonly sort: FigureOrder | null
}

const FIRST_YEAR = 2015

/** Reads it from an address, one's own area where it names none; null where it names no area of Gansu. */
export function readQuery(
  fields: Readonly<Record<string, string | undefined>>,
  own: Area,
  presentYear: number,
): DeskQuery | null {
  const county = filled(fields['county']) ?? own.code
  const township = filled(fields['township']) ?? (county === own.code ? own.township : null)
  const village = township === null ? null : filled(fields['village'])
  if (areaOf(county, township) === null) return null
  const year = Number(fields['year'] ?? presentYear)
  return {
    county,
    township,
    village,
    programme: PROGRAMME_IDS.find((id) => id === fields['programme']) ?? null,
    year: yearsUntil(presentYear).includes(year) && year !== presentYear ? year : null,
    state: LEDGER_FILTERS.find((one) => one === fields['state']) ?? null,
    sort: orderIn(FIGURE_COLUMNS, fields['sort']),
  }
}

/** The school years that may be asked about, the present one first. */
export function yearsUntil(presentYear: number): readonly number[] {
  return Array.from({ length: presentYear - FIRST_YEAR + 1 }, (_, at) => presentYear - at)
}

/** An address of the ledger's pages that asks this. */
export function addressOf(page: string, query: Partial<DeskQuery>, after?: string): string {
  const fields = new URLSearchParams()
  for (const name of ['county', 'township', 'village', 'programme', 'year', 'state'] as const) {
    const value = query[name]
    if (value !== null && value !== undefined) fields.set(name, String(value))
  }
  if (query.sort != null) fields.set('sort', orderText(query.sort))
  if (after !== undefined) fields.set('after', after)
  return `${page}?${fields.toString()}`
}

function filled(text: string | undefined): string | null {
  const bare = text?.trim() ?? ''
  return bare === '' || bare.length > 60 ? null : bare
}
