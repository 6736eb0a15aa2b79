import type { Day } from '../../policy/facts.ts'
import { schoolYearOf } from '../../policy/school-year.ts'
import type { Random } from './random.ts'

/** A code of the national system with its words. */
export type Coded = readonly [code: string, words: string]

export type SyntheticSchooling = {
  readonly status: Coded
  readonly schooling: Coded
  readonly place: '' | '本县' | '省内' | '省外'
}

/** A child's age on the 1 September that began the school year `takenOn` falls in. */
export function schoolAge(birthDate: Day, takenOn: Day): number {
  const year = schoolYearOf(takenOn)
  return year - Number(birthDate.slice(0, 4)) - (birthDate.slice(5) > '09-01' ? 1 : 0)
}

/** Where somebody of that school age studies, in a rural county's proportions. */
export function syntheticSchooling(random: Random, age: number): SyntheticSchooling {
  if (age < 3) return out(PRESCHOOL_AGE)
  if (age < 6) return random.chance(0.78) ? at(['02', '学前教育'], PRESCHOOL_AGE, '本县') : out(PRESCHOOL_AGE)
  if (age < 12) return at(['03', '小学'], age < 7 ? PRESCHOOL_AGE : PRIMARY, '本县')
  if (age < 15) return at(JUNIOR_YEARS[age - 12] ?? JUNIOR_YEARS[0], JUNIOR, '本县')
  const year = (age - 15) % 3
  if (age < 18) return afterJunior(random, year)
  if (age < 22) return afterSenior(random, Math.min(age - 18, 2))
  if (age < 25 && random.chance(0.02)) return at(['', '硕士研究生及以上'], HIGHER, '省内')
  return out(random.pick([ILLITERATE, PRIMARY, PRIMARY, JUNIOR, JUNIOR, JUNIOR, SENIOR]))
}

export const ILLITERATE: Coded = ['01', '文盲或半文盲']
export const PRIMARY: Coded = ['02', '小学']
export const JUNIOR: Coded = ['03', '初中']
export const SENIOR: Coded = ['04', '高中']
const HIGHER: Coded = ['05', '大专及以上']
export const PRESCHOOL_AGE: Coded = ['06', '学龄前儿童']

const JUNIOR_YEARS = [
  ['04', '七年级'],
  ['05', '八年级'],
  ['06', '九年级'],
] as const satisfies readonly Coded[]
const SENIOR_YEARS = [
  ['07', '高中一年级'],
  ['08', '高中二年级'],
  ['09', '高中三年级'],
] as const satisfies readonly Coded[]
const SECONDARY_YEARS = [
  ['10', '中职一年级'],
  ['11', '中职二年级'],
  ['12', '中职三年级'],
] as const satisfies readonly Coded[]
const HIGHER_YEARS = [
  ['13', '高职一年级'],
  ['14', '高职二年级'],
  ['15', '高职三年级'],
] as const satisfies readonly Coded[]

/** A pupil of that stage. */
export function at(status: Coded, schooling: Coded, place: SyntheticSchooling['place']): SyntheticSchooling {
  return { status, schooling, place }
}

/** Somebody who is not at school. */
export function out(schooling: Coded): SyntheticSchooling {
  return { status: ['01', schooling === PRESCHOOL_AGE ? '学龄前儿童' : '非在校生'], schooling, place: '' }
}

function afterJunior(random: Random, year: number): SyntheticSchooling {
  const draw = random.next()
  if (draw < 0.48) return at(SENIOR_YEARS[year] ?? SENIOR_YEARS[0], JUNIOR, '本县')
  if (draw < 0.86) {
    return at(
      SECONDARY_YEARS[year] ?? SECONDARY_YEARS[0],
      JUNIOR,
      random.pick(['本县', '省内', '省内', '省外']),
    )
  }
  return out(JUNIOR)
}

function afterSenior(random: Random, year: number): SyntheticSchooling {
  const draw = random.next()
  if (draw < 0.26)
    return at(HIGHER_YEARS[year] ?? HIGHER_YEARS[0], SENIOR, random.pick(['省内', '省内', '省外']))
  if (draw < 0.46) return at(['', '本科'], SENIOR, random.pick(['省内', '省外']))
  if (draw < 0.52) return at(['16', '大专及以上'], SENIOR, random.pick(['省内', '省外']))
  return out(random.pick([JUNIOR, JUNIOR, SENIOR]))
}
