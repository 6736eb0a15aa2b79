import type { Dated } from './dated.ts'
import { PLAN_BEGINS } from './figures.ts'

/** What the plan sets itself: a part of 1 of those meant, or a number of persons, by the end of a year or in every year. */
export type Target = Dated<{ readonly share: number } | { readonly persons: number }> & {
  readonly id: string
  /** By the end of this year; null where it is due every year. */
  readonly year: number | null
}

/** The plan's targets, in its order. A later plan that moves one adds an entry with the same id and a later `from`. */
export const TARGETS: readonly Target[] = [
  target('preschool-enrolment', 2017, { share: 0.7 }, '一(一)'),
  target('poor-village-kindergartens', 2020, { share: 1 }, '一(一)'),
  target('compulsory-basic-needs', 2017, { share: 1 }, '一(二)'),
  target('compulsory-standard', 2020, { share: 1 }, '一(二)'),
  target('secondary-vocational-free', null, { persons: 80_000 }, '一(三)'),
  target('higher-vocational-free', null, { persons: 46_000 }, '一(三)'),
  target('secondary-to-higher-vocational', 2020, { share: 0.4 }, '一(三)'),
  target('broadband', 2017, { share: 1 }, '二(一)·5'),
  target('leavers-in-vocational-education', null, { persons: 60_000 }, '二(四)·23'),
  target('leavers-employed', null, { share: 0.9 }, '二(四)·23'),
  target('labour-trained', null, { persons: 200_000 }, '二(四)·23'),
  target('large-village-kindergartens', 2016, { share: 1 }, '四'),
  target('old-revolutionary-and-tibetan-kindergartens', 2017, { share: 1 }, '四'),
  target('vocational-free', 2017, { persons: 126_000 }, '四'),
  target('vocational-enrolment', 2020, { share: 0.55 }, '四'),
  target('vocational-employment', 2020, { share: 0.9 }, '四'),
]

function target(id: string, year: number | null, value: Target['value'], citation: string): Target {
  return { id, year, from: PLAN_BEGINS, value, citation }
}
