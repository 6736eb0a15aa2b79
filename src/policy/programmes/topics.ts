import type { ProgrammeId } from '../programme.ts'

/** What a person may ask about, and the programmes that answer it. */
export const TOPICS = {
  kindergarten: ['preschool-fee-waiver', 'village-kindergarten'],
  compulsory: ['compulsory-nearby-school'],
  'secondary-vocational': [
    'secondary-vocational-tuition-waiver',
    'secondary-vocational-grant',
    'tibetan-area-nine-plus-three',
    'secondary-vocational-direct-admission',
  ],
  'higher-vocational': [
    'higher-vocational-fee-waiver',
    'higher-vocational-separate-test',
    'secondary-vocational-direct-admission',
  ],
  loan: ['origin-student-loan', 'work-study'],
  'special-plan': [
    'special-plan-national',
    'special-plan-provincial',
    'special-plan-old-revolutionary',
    'special-plan-rural',
  ],
  medical: ['rural-doctor-places', 'free-medical-student', 'village-doctor-training'],
  training: ['leaver-vocational-education', 'labour-skills-training'],
  teacher: ['rural-teacher-subsidy', 'rural-teacher-career', 'retired-teacher-support'],
} as const satisfies Record<string, readonly ProgrammeId[]>

export type Topic = keyof typeof TOPICS
