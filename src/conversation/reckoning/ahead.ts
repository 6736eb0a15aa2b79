import { ageOn } from '../../policy/age.ts'
import { determineOne, type Determination } from '../../policy/determine.ts'
import type { Day, Facts, Stage } from '../../policy/facts.ts'
import type { PolicyBook } from '../../policy/parameters/parameters.ts'
import type { ProgrammeId } from '../../policy/programmes/index.ts'
import { KINDERGARTEN_AGES } from '../persons/people.ts'

/** What must come before a programme is open: admission to one of these stages, or the last year of the present one. */
export type Step = { readonly stages: readonly Stage[]; readonly facts: Facts }

/** What a programme that is closed today gives once a step is taken: by the same rules, with the facts of then. */
export type Later = { readonly step: Step; readonly determination: Determination }

/** What of these opens, or may open, to a person by the next step of schooling; what stays closed all the same is left out. */
export function laterOf(
  determinations: readonly Determination[],
  facts: Facts,
  today: Day,
  book: PolicyBook,
): readonly Later[] {
  return determinations.flatMap(({ programme, outcome }) => {
    const step = outcome === 'ineligible' ? stepTo(programme, facts, today) : null
    if (step === null) return []
    const determination = determineOne(programme, { ...facts, ...step.facts }, today, book)
    return determination.outcome === 'ineligible' ? [] : [{ step, determination }]
  })
}

/** Whether a person's schooling leads to a programme by its next step. */
export function leadsTo(programme: ProgrammeId, facts: Facts, today: Day): boolean {
  return stepTo(programme, facts, today) !== null
}

function stepTo(programme: ProgrammeId, facts: Facts, today: Day): Step | null {
  if (isSmall(facts, today)) return programme === 'preschool-fee-waiver' ? TO_KINDERGARTEN_HERE : null
  const stage = facts['person.stage'] ?? null
  if (stage === null) return null
  const leavingFrom = stage === 'not-in-school' ? LEFT_FROM[facts['person.completed'] ?? 'none'] : stage
  const admission = leavingFrom === undefined ? undefined : ADMISSIONS[leavingFrom]?.[programme]
  if (admission !== undefined) return admission
  return LAST_YEARS[stage]?.includes(programme) === true ? LAST_YEAR : null
}

// Of whom kindergarten still lies ahead.
function isSmall(facts: Facts, today: Day): boolean {
  const born = facts['person.birthDate'] ?? null
  return (
    facts['person.stage'] === 'not-in-school' && born !== null && ageOn(born, today) < KINDERGARTEN_AGES[1]
  )
}

const LAST_YEAR: Step = { stages: [], facts: { 'person.finalYear': true } }

// The waiver is for kindergartens of the county: its own words say so.
const TO_KINDERGARTEN_HERE: Step = {
  stages: ['preschool'],
  facts: { 'person.stage': 'preschool', 'person.schoolPlace': 'home-county' },
}
const TO_PRIMARY: Step = { stages: ['primary'], facts: { 'person.stage': 'primary' } }
const TO_VOCATIONAL: Step = {
  stages: ['secondary-vocational'],
  facts: { 'person.stage': 'secondary-vocational' },
}
const TO_COLLEGE: Step = { stages: ['higher-vocational'], facts: { 'person.stage': 'higher-vocational' } }
// The waiver is for schools in the province: its own words say so.
const TO_COLLEGE_HERE: Step = {
  stages: ['higher-vocational'],
  facts: { 'person.stage': 'higher-vocational', 'person.schoolPlace': 'in-province' },
}
const TO_COLLEGE_OR_UNIVERSITY: Step = {
  stages: ['higher-vocational', 'undergraduate'],
  facts: { 'person.stage': 'undergraduate' },
}

type Steps = Readonly<Partial<Record<ProgrammeId, Step>>>

const ADMISSIONS: Readonly<Partial<Record<Stage, Steps>>> = {
  preschool: { 'compulsory-nearby-school': TO_PRIMARY },
  junior: {
    'secondary-vocational-tuition-waiver': TO_VOCATIONAL,
    'secondary-vocational-grant': TO_VOCATIONAL,
    'tibetan-area-nine-plus-three': TO_VOCATIONAL,
  },
  senior: {
    'higher-vocational-fee-waiver': TO_COLLEGE_HERE,
    'origin-student-loan': TO_COLLEGE_OR_UNIVERSITY,
    'work-study': TO_COLLEGE_OR_UNIVERSITY,
  },
  'secondary-vocational': {
    'higher-vocational-fee-waiver': TO_COLLEGE_HERE,
    'origin-student-loan': TO_COLLEGE,
    'work-study': TO_COLLEGE,
  },
}

// Who has left school may still be admitted to where the school finished leads.
const LEFT_FROM: Readonly<Partial<Record<string, Stage>>> = {
  junior: 'junior',
  senior: 'senior',
  'secondary-vocational': 'secondary-vocational',
}

const LAST_YEARS: Readonly<Partial<Record<Stage, readonly ProgrammeId[]>>> = {
  senior: [
    'special-plan-national',
    'special-plan-provincial',
    'special-plan-old-revolutionary',
    'special-plan-rural',
    'higher-vocational-separate-test',
    'rural-doctor-places',
    'free-medical-student',
  ],
  'secondary-vocational': ['higher-vocational-separate-test', 'secondary-vocational-direct-admission'],
}
