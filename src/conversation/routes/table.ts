import type { Facts, Stage } from '../../policy/facts.ts'
import type { ProgrammeId } from '../../policy/programmes/index.ts'

/** The programmes that are ways of going on at school. */
export type RouteProgramme = Extract<
  ProgrammeId,
  | 'secondary-vocational-tuition-waiver'
  | 'secondary-vocational-grant'
  | 'tibetan-area-nine-plus-three'
  | 'special-plan-national'
  | 'special-plan-provincial'
  | 'special-plan-old-revolutionary'
  | 'special-plan-rural'
  | 'rural-doctor-places'
  | 'free-medical-student'
  | 'secondary-vocational-direct-admission'
  | 'higher-vocational-separate-test'
  | 'higher-vocational-fee-waiver'
  | 'origin-student-loan'
  | 'leaver-vocational-education'
  | 'labour-skills-training'
>

/** A way the plan opens, and what would be true of whoever takes it. */
export type Route = { readonly programme: RouteProgramme; readonly as: Facts }

const AT_SECONDARY_VOCATIONAL: Facts = { 'person.stage': 'secondary-vocational' }
const AT_HIGHER_VOCATIONAL: Facts = {
  'person.stage': 'higher-vocational',
  'person.schoolPlace': 'in-province',
}
const AT_UNIVERSITY: Facts = { 'person.stage': 'undergraduate' }
const IN_FINAL_YEAR: Facts = { 'person.finalYear': true }

const AS_NOW: Facts = {}

/** Routes open at the end of a stage: so the final year is taken as reached. */
export const ROUTES: Readonly<Partial<Record<Stage, readonly Route[]>>> = {
  junior: [
    { programme: 'secondary-vocational-tuition-waiver', as: AT_SECONDARY_VOCATIONAL },
    { programme: 'secondary-vocational-grant', as: AT_SECONDARY_VOCATIONAL },
    { programme: 'tibetan-area-nine-plus-three', as: AT_SECONDARY_VOCATIONAL },
  ],
  senior: [
    { programme: 'special-plan-national', as: IN_FINAL_YEAR },
    { programme: 'special-plan-provincial', as: IN_FINAL_YEAR },
    { programme: 'special-plan-old-revolutionary', as: IN_FINAL_YEAR },
    { programme: 'special-plan-rural', as: IN_FINAL_YEAR },
    { programme: 'rural-doctor-places', as: IN_FINAL_YEAR },
    { programme: 'free-medical-student', as: IN_FINAL_YEAR },
    { programme: 'higher-vocational-separate-test', as: IN_FINAL_YEAR },
    { programme: 'higher-vocational-fee-waiver', as: AT_HIGHER_VOCATIONAL },
    { programme: 'origin-student-loan', as: AT_UNIVERSITY },
  ],
  'secondary-vocational': [
    { programme: 'secondary-vocational-direct-admission', as: IN_FINAL_YEAR },
    { programme: 'higher-vocational-separate-test', as: IN_FINAL_YEAR },
    { programme: 'higher-vocational-fee-waiver', as: AT_HIGHER_VOCATIONAL },
    { programme: 'origin-student-loan', as: AT_HIGHER_VOCATIONAL },
  ],
  'not-in-school': [
    { programme: 'leaver-vocational-education', as: AS_NOW },
    { programme: 'tibetan-area-nine-plus-three', as: AS_NOW },
    { programme: 'labour-skills-training', as: AS_NOW },
  ],
}
