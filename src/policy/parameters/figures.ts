import type { Dated } from './dated.ts'

/** The first day of the plan's first school year. */
export const PLAN_BEGINS = '2015-09-01'

/** The plan's figures: yuan, completed years, persons, places, parts of 1 or calendar years, as each name says. */
export const FIGURES = {
  'preschool-fee-yuan': plan(1000, '二(一)·2'),
  'preschool-fee-province-share': plan(0.6, '二(一)·2'),
  'preschool-fee-county-share': plan(0.4, '二(一)·2'),
  'kindergarten-age-from': plan(3, '一(一)'),
  'kindergarten-age-to': plan(6, '一(一)'),
  'large-village-population': plan(1000, '四'),
  'kindergarten-year-large-village': plan(2016, '四'),
  'kindergarten-year-old-revolutionary-or-tibetan': plan(2017, '四'),
  'kindergarten-year-poor-village': plan(2020, '四'),
  'kindergarten-class-teachers': plan(2, '二(三)·14'),
  'kindergarten-class-carers': plan(1, '二(三)·14'),
  'compulsory-standard-year': plan(2020, '一(二)'),
  'compulsory-broadband-year': plan(2017, '二(一)·5'),
  'secondary-vocational-grant-yuan': plan(2000, '二(一)·6'),
  'nine-plus-three-years': plan(3, '二(一)·6'),
  'higher-vocational-province-share': plan(0.6, '二(一)·7'),
  'higher-vocational-county-share': plan(0.4, '二(一)·7'),
  'student-loan-yuan': plan(8000, '二(一)·7'),
  'separate-test-share': plan(0.5, '二(二)·9'),
  'direct-admission-share': plan(0.3, '二(二)·9'),
  'rural-doctor-places': plan(300, '二(二)·10'),
  'free-medical-places': plan(450, '二(二)·10'),
  'village-doctor-training-places': plan(700, '二(二)·10'),
  'leaver-places': plan(60_000, '二(四)·23'),
  'labour-age-from': plan(16, '二(四)·23'),
  'labour-training-places': plan(200_000, '二(四)·23'),
} satisfies Record<string, readonly Dated<number>[]>

export type FigureId = keyof typeof FIGURES

// Object.keys forgets its keys: they are those of `FIGURES`.
export const FIGURE_IDS = Object.keys(FIGURES) as FigureId[]

function plan(value: number, citation: string): readonly Dated<number>[] {
  return [{ from: PLAN_BEGINS, value, citation }]
}
