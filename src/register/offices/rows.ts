import type { Office } from '../office.ts'

/** A row of the table `offices` as it is selected. */
export type OfficeRow = {
  readonly county: string
  /** Empty where it stands for all. */
  readonly programme: Exclude<Office['programme'], null> | ''
  readonly opens_on: string | null
  readonly closes_on: string | null
  readonly papers: string | null
  readonly papers_bo: string | null
  readonly place: string | null
  readonly place_bo: string | null
  readonly telephone: string | null
  readonly valid_from: string
}

/** The columns of an OfficeRow. */
export const OFFICE_COLUMNS =
  'county, programme, opens_on, closes_on, papers, papers_bo, place, place_bo, telephone, valid_from'

/** A row as the domain has it. */
export function toOffice(row: OfficeRow): Office {
  return {
    county: row.county,
    programme: row.programme === '' ? null : row.programme,
    opensOn: row.opens_on,
    closesOn: row.closes_on,
    papers: row.papers === null ? null : { 'zh-CN': row.papers, bo: row.papers_bo },
    place: row.place === null ? null : { 'zh-CN': row.place, bo: row.place_bo },
    telephone: row.telephone,
    validFrom: row.valid_from,
  }
}
