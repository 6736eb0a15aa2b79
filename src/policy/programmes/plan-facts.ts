import type { Dated } from '../parameters/dated.ts'
import type { Day } from '../facts.ts'
import { PLAN_BEGINS } from '../parameters/figures.ts'
import type { Topic } from './topics.ts'

/** What the plan says and nobody's facts decide: told when asked. `value` holds its figures (years, persons, parts of 1). */
export type PlanFact = Dated<Readonly<Record<string, number>>> & {
  readonly id: PlanFactId
  readonly topics: readonly Topic[]
}

export const PLAN_FACT_IDS = [
  'vocational-schools',
  'bilingual-teachers',
  'kindergarten-teacher-training',
  'town-teachers-in-villages',
  'vocational-teacher-exchange',
  'vocational-park',
  'farm-specialities',
  'gannan-vocational-school',
] as const
type PlanFactId = (typeof PLAN_FACT_IDS)[number]

/** A later plan that changes one adds an entry with the same id and a later `from`. */
export const PLAN_FACTS: readonly PlanFact[] = [
  {
    id: 'vocational-schools',
    topics: ['secondary-vocational'],
    from: PLAN_BEGINS,
    value: { year: 2020, schoolsFrom: 1, schoolsTo: 2, countySchools: 1, shareToHigherVocational: 0.4 },
    citation: '一(三)',
  },
  {
    id: 'bilingual-teachers',
    topics: ['teacher'],
    from: PLAN_BEGINS,
    value: { students: 400, years: 0.5 },
    citation: '二(三)·12',
  },
  {
    id: 'kindergarten-teacher-training',
    topics: ['kindergarten', 'teacher'],
    from: PLAN_BEGINS,
    value: { heads: 600, teachers: 3000, touring: 500 },
    citation: '二(三)·15',
  },
  {
    id: 'town-teachers-in-villages',
    topics: ['compulsory', 'teacher'],
    from: PLAN_BEGINS,
    value: { heads: 200, headTerms: 1, teachers: 1400, teacherYears: 1 },
    citation: '二(三)·16',
  },
  {
    id: 'vocational-teacher-exchange',
    topics: ['teacher'],
    from: PLAN_BEGINS,
    value: { farmTeachers: 100, eachWay: 100, heads: 100, teachers: 300, practisedShare: 0.6 },
    citation: '二(三)·17',
  },
  {
    id: 'vocational-park',
    topics: ['training'],
    from: PLAN_BEGINS,
    value: { areas: 3 },
    citation: '二(四)·18, 19',
  },
  {
    id: 'farm-specialities',
    topics: ['training'],
    from: PLAN_BEGINS,
    value: { schools: 8, centres: 80, points: 30, modelCounties: 10 },
    citation: '二(四)·20, 21',
  },
  {
    id: 'gannan-vocational-school',
    topics: ['secondary-vocational'],
    from: PLAN_BEGINS,
    value: { year: 2017, month: 9 },
    citation: '二(四)·22',
  },
]

/** What may be told under a topic on a day, each fact as it then stood, in the order of the plan. */
export function planFactsOn(
  topic: Topic,
  asOf: Day,
  facts: readonly PlanFact[] = PLAN_FACTS,
): readonly PlanFact[] {
  const begun = facts.filter((fact) => fact.topics.includes(topic) && fact.from <= asOf)
  return begun.filter((fact) => !begun.some((other) => other.id === fact.id && other.from > fact.from))
}
