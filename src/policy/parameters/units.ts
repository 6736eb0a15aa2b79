import type { FigureId } from './figures.ts'

/** What a figure counts: yuan a year, completed years of age, calendar years, parts of 1, or a number of people or things. */
export type Unit = 'yuan' | 'age' | 'year' | 'share' | 'count'

/** What each figure counts. */
export const UNIT_OF: Readonly<Record<FigureId, Unit>> = {
  'preschool-fee-yuan': 'yuan',
  'preschool-fee-province-share': 'share',
  'preschool-fee-county-share': 'share',
  'kindergarten-age-from': 'age',
  'kindergarten-age-to': 'age',
  'large-village-population': 'count',
  'kindergarten-year-large-village': 'year',
  'kindergarten-year-old-revolutionary-or-tibetan': 'year',
  'kindergarten-year-poor-village': 'year',
  'kindergarten-class-teachers': 'count',
  'kindergarten-class-carers': 'count',
  'compulsory-standard-year': 'year',
  'compulsory-broadband-year': 'year',
  'secondary-vocational-grant-yuan': 'yuan',
  'nine-plus-three-years': 'count',
  'higher-vocational-province-share': 'share',
  'higher-vocational-county-share': 'share',
  'student-loan-yuan': 'yuan',
  'separate-test-share': 'share',
  'direct-admission-share': 'share',
  'rural-doctor-places': 'count',
  'free-medical-places': 'count',
  'village-doctor-training-places': 'count',
  'leaver-places': 'count',
  'labour-age-from': 'age',
  'labour-training-places': 'count',
}

/** Within what a figure of each unit may lie, both ends included. All but shares are whole numbers. */
export const RANGES: Readonly<Record<Unit, readonly [least: number, most: number]>> = {
  yuan: [0, 1_000_000],
  age: [0, 120],
  year: [2015, 2100],
  share: [0, 1],
  count: [0, 10_000_000],
}
