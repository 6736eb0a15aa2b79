import type { Completed, Occupation, Stage } from '../../policy/facts.ts'
import { codedText, remembering } from './cell.ts'

/** `stage` is null for code 16, which does not tell higher vocational from undergraduate. */
export type SchoolStatus = {
  readonly inSchool: boolean
  readonly stage: Stage | null
  readonly finalYear: boolean | null
}

/** `rank` orders what was finished, to be held against where a pupil is. */
export type Schooling = { readonly completed: Completed; readonly rank: number }

/** 在校生状况; null for a value that is none. */
export const readSchoolStatus = remembering((text): SchoolStatus | null => {
  const value = codedText(text)
  const found = SCHOOL_STATUS.find(([codes]) => codes.test(value))
  return found === undefined ? null : found[1]
})

/** 文化程度; null for a value that is none. */
export const readSchooling = remembering((text): Schooling | null => {
  const value = codedText(text)
  return SCHOOLING.find(([codes]) => codes.test(value))?.[1] ?? null
})

/** 职业: the three that the plan speaks of; any other is `other`. */
export const readOccupation = remembering((text): Occupation => {
  if (/^(村医|乡村医生)$/.test(text)) return 'village-doctor'
  if (text === '乡村教师') return 'rural-teacher'
  return text === '退休教师' ? 'retired-teacher' : 'other'
})

/** 劳动技能: whether it says that the person can work; null for a value that is none. */
export const readLabour = remembering((text): boolean | null => {
  const value = codedText(text)
  if (/^(0[12]|普通(劳动力)?|技能(劳动力)?)$/.test(value)) return true
  return /^(0[34]|丧失(劳动力)?|无劳动力|弱劳动力或半劳动力|弱劳动力|半劳动力)$/.test(value) ? false : null
})

/** 性别 in words. Codes say nothing: lists disagree on whether 1 or 2 is male. */
export const readSex = remembering((text): 'male' | 'female' | null => {
  if (/^男(性)?$/.test(text)) return 'male'
  return /^女(性)?$/.test(text) ? 'female' : null
})

const pupil = (stage: Stage, finalYear: boolean | null = null): SchoolStatus => ({
  inSchool: true,
  stage,
  finalYear,
})

const SCHOOL_STATUS: readonly (readonly [RegExp, SchoolStatus])[] = [
  [
    /^(01|非在校生?|不在校|学龄前儿童|非在校生[·、/(]?学龄前儿童\)?)$/,
    { inSchool: false, stage: 'not-in-school', finalYear: null },
  ],
  [/^(02|学前教育|幼儿园|在园)$/, pupil('preschool')],
  [/^(03|小学)$/, pupil('primary')],
  [/^(0[45]|[七八]年级|初[一二]|初中[一二]年级)$/, pupil('junior', false)],
  [/^(06|九年级|初三|初中三年级)$/, pupil('junior', true)],
  [/^(0[78]|(普通)?高中[一二]年级|高[一二])$/, pupil('senior', false)],
  [/^(09|(普通)?高中三年级|高三)$/, pupil('senior', true)],
  [/^(1[01]|(中职|中等职业(学校|教育)?)[一二](年级)?)$/, pupil('secondary-vocational', false)],
  [/^(12|(中职|中等职业(学校|教育)?)三(年级)?)$/, pupil('secondary-vocational', true)],
  [/^(1[34]|(高职(高专)?|高等职业(学校|教育)?)[一二](年级)?)$/, pupil('higher-vocational', false)],
  [/^(15|(高职(高专)?|高等职业(学校|教育)?)三(年级)?)$/, pupil('higher-vocational', true)],
  [/^(16|大专及以上)$/, { inSchool: true, stage: null, finalYear: null }],
  [/^(大学)?本科(生|[一二三四五]年级)?$/, pupil('undergraduate')],
  [/^(硕士(研究生)?(及以上)?|博士(研究生)?|研究生)$/, pupil('postgraduate')],
]

const SCHOOLING: readonly (readonly [RegExp, Schooling])[] = [
  [/^(01|文盲或半文盲|文盲|半文盲)$/, { completed: 'none', rank: 0 }],
  [/^(02|小学)$/, { completed: 'primary', rank: 1 }],
  [/^(03|初中)$/, { completed: 'junior', rank: 2 }],
  [/^(中职|中专|中等职业|职高|技校)$/, { completed: 'secondary-vocational', rank: 3 }],
  [/^(04|高中)$/, { completed: 'senior', rank: 3 }],
  [/^(05|大专及以上|大专|本科|大学|本科及以上)$/, { completed: 'higher', rank: 4 }],
  [/^(06|学龄前儿童)$/, { completed: 'none', rank: 0 }],
]

const STAGE_RANK: Readonly<Record<Exclude<Stage, 'not-in-school'>, number>> = {
  preschool: 0,
  primary: 1,
  junior: 2,
  senior: 3,
  'secondary-vocational': 3,
  'higher-vocational': 4,
  undergraduate: 4,
  postgraduate: 4,
}

/** A pupil has finished what comes before the present school; lists also write the present school's level itself. */
export function schoolingFits(status: SchoolStatus, schooling: Schooling): boolean {
  if (status.stage === null || status.stage === 'not-in-school') return true
  const rank = STAGE_RANK[status.stage]
  return schooling.rank <= rank && schooling.rank >= rank - 1
}
