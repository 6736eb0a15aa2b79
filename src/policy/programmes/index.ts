import type { Programme } from '../programme.ts'
import { compulsoryNearbySchool } from './compulsory-nearby-school.ts'
import { freeMedicalStudent } from './free-medical-student.ts'
import { higherVocationalFeeWaiver } from './higher-vocational-fee-waiver.ts'
import { higherVocationalSeparateTest } from './higher-vocational-separate-test.ts'
import { labourSkillsTraining } from './labour-skills-training.ts'
import { leaverVocationalEducation } from './leaver-vocational-education.ts'
import { originStudentLoan } from './origin-student-loan.ts'
import { preschoolFeeWaiver } from './preschool-fee-waiver.ts'
import { retiredTeacherSupport } from './retired-teacher-support.ts'
import { ruralDoctorPlaces } from './rural-doctor-places.ts'
import { ruralTeacherCareer } from './rural-teacher-career.ts'
import { ruralTeacherSubsidy } from './rural-teacher-subsidy.ts'
import { secondaryVocationalDirectAdmission } from './secondary-vocational-direct-admission.ts'
import { secondaryVocationalGrant } from './secondary-vocational-grant.ts'
import { secondaryVocationalTuitionWaiver } from './secondary-vocational-tuition-waiver.ts'
import { specialPlanNational } from './special-plan-national.ts'
import { specialPlanOldRevolutionary } from './special-plan-old-revolutionary.ts'
import { specialPlanProvincial } from './special-plan-provincial.ts'
import { specialPlanRural } from './special-plan-rural.ts'
import { tibetanAreaNinePlusThree } from './tibetan-area-nine-plus-three.ts'
import { villageDoctorTraining } from './village-doctor-training.ts'
import { villageKindergarten } from './village-kindergarten.ts'
import { workStudy } from './work-study.ts'

/** The plan's programmes, in the order of `PROGRAMME_IDS`. */
export const PROGRAMMES: readonly Programme[] = [
  preschoolFeeWaiver,
  villageKindergarten,
  compulsoryNearbySchool,
  secondaryVocationalTuitionWaiver,
  secondaryVocationalGrant,
  tibetanAreaNinePlusThree,
  higherVocationalFeeWaiver,
  originStudentLoan,
  workStudy,
  specialPlanNational,
  specialPlanProvincial,
  specialPlanOldRevolutionary,
  specialPlanRural,
  higherVocationalSeparateTest,
  secondaryVocationalDirectAdmission,
  ruralDoctorPlaces,
  freeMedicalStudent,
  villageDoctorTraining,
  leaverVocationalEducation,
  labourSkillsTraining,
  ruralTeacherSubsidy,
  ruralTeacherCareer,
  retiredTeacherSupport,
]

export { type Kind, type Programme, PROGRAMME_IDS, type ProgrammeId } from '../programme.ts'
export { PLAN_FACT_IDS, PLAN_FACTS, type PlanFact, planFactsOn } from './plan-facts.ts'
export { TOPICS } from './topics.ts'
