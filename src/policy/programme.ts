import type { FigureId } from './parameters/figures.ts'
import type { Condition } from './logic/logic.ts'

/** Every programme of the plan, in the order in which answers give them. */
export const PROGRAMME_IDS = [
  'preschool-fee-waiver',
  'village-kindergarten',
  'compulsory-nearby-school',
  'secondary-vocational-tuition-waiver',
  'secondary-vocational-grant',
  'tibetan-area-nine-plus-three',
  'higher-vocational-fee-waiver',
  'origin-student-loan',
  'work-study',
  'special-plan-national',
  'special-plan-provincial',
  'special-plan-old-revolutionary',
  'special-plan-rural',
  'higher-vocational-separate-test',
  'secondary-vocational-direct-admission',
  'rural-doctor-places',
  'free-medical-student',
  'village-doctor-training',
  'leaver-vocational-education',
  'labour-skills-training',
  'rural-teacher-subsidy',
  'rural-teacher-career',
  'retired-teacher-support',
] as const
export type ProgrammeId = (typeof PROGRAMME_IDS)[number]

export const KINDS = [
  'waiver',
  'commitment',
  'grant',
  'loan',
  'service',
  'admission',
  'training',
  'priority',
] as const
export type Kind = (typeof KINDS)[number]

/** What a programme gives, as plain data. Shares are parts of 1, amounts yuan, years calendar years. */
export type Benefit = {
  /** Yuan; null where the plan names no amount. */
  readonly amount?: number | null
  /** Yuan at most. */
  readonly upTo?: number
  readonly currency?: 'CNY'
  readonly per?: 'school-year' | 'year'
  readonly covers?: readonly ('tuition' | 'textbooks')[]
  readonly shares?: { readonly province: number; readonly county: number }
  readonly interest?: 'government'
  /** How many years of schooling. */
  readonly years?: number
  /** How many places there are, or the least there must be. */
  readonly places?: number
  readonly placesAtLeast?: number
  /** The least part of all places. */
  readonly shareAtLeast?: number
  readonly universities?: readonly ('lanzhou-university' | 'gansu-university-of-chinese-medicine')[]
  readonly preference?: readonly ('titles' | 'training' | 'awards')[]
  /** The end of the year by which the village has its kindergarten; null while none is known. */
  readonly dueYear?: number | null
  readonly classStaff?: { readonly teachers: number; readonly carers: number }
  readonly schoolStandardBy?: number
  readonly broadbandBy?: number
}

/** A benefit as a programme states it: figures by name, to be read from the parameters of the day. */
type BenefitRule = {
  readonly [Field in keyof Benefit]: Rule<NonNullable<Benefit[Field]> | Extract<Benefit[Field], null>>
}

type Rule<T> = T extends number
  ? FigureReference | EarliestYear
  : T extends readonly unknown[]
    ? T
    : T extends object
      ? { readonly [K in keyof T]: Rule<T[K]> }
      : T

export type FigureReference = { readonly figure: FigureId }

/** The earliest year among the conditions known to hold. */
export type EarliestYear = {
  readonly earliest: readonly { readonly when: Condition; readonly year: FigureId }[]
}

/** One programme: a row of the plan. */
export type Programme = {
  readonly id: ProgrammeId
  readonly kind: Kind
  readonly conditions: Condition
  readonly benefit: BenefitRule
  /** Clauses as `section·item`; a condition that names none rests on the first. */
  readonly citations: readonly [string, ...string[]]
}

export function figure(id: FigureId): FigureReference {
  return { figure: id }
}

export function earliest(...years: EarliestYear['earliest']): EarliestYear {
  return { earliest: years }
}
