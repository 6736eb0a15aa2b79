import type { Stage } from '../../policy/facts.ts'
import type { Person } from '../../register/household.ts'
import type { Topic } from '../../understanding/types.ts'
import { asksMoney, moneyAsked, namesOtherFees, namesSchoolGrant } from '../hearing/manner/money.ts'
import { isQuestion } from '../hearing/manner/questions.ts'
import type { Scene } from '../scene.ts'
import { withoutYes } from '../words/explain.ts'
import { type Line, say, type Text } from '../words/reply.ts'

/**
 * An answer with, first, that the plan says nothing of what was asked with it: meals, the fees of a senior secondary
 * school, a private school, another year of the last, a grant at college. It reads no "yes" because of something else.
 */
export function silenceFirst(
  scene: Scene,
  topic: Topic | null,
  persons: readonly Person[],
  lines: readonly Line[],
): readonly Line[] {
  const silence = silenceOn(scene, topic, persons)
  return silence === null ? lines : firstAndNoYes([silence], lines)
}

/** What leads an answer that reads no "yes". */
export function firstAndNoYes(first: Line, lines: readonly Line[]): readonly Line[] {
  return [first, ...withoutYes(lines)]
}

/** What of the question the plan is silent on; null for nothing. */
export function silenceOn(scene: Scene, topic: Topic | null, persons: readonly Person[]): Text | null {
  const { text } = scene.turn.message
  if (namesOtherFees(text, topic)) return say('conversation:answer.other-fees')
  if (isOfCollegeGrant(scene, topic, persons)) return say('conversation:answer.college-grant')
  if (!isQuestion(text)) return null
  if (isOfUniversityFees(text, topic, persons)) return say('conversation:answer.university-fees')
  if (OWNERSHIP.test(text)) return say('conversation:answer.ownership')
  const [apart] = APART.exec(text) ?? []
  if (apart !== undefined) return say('conversation:answer.not-apart', { kind: apart })
  return asksMoney(text) && isOfSenior(scene, topic, persons) ? say('conversation:answer.senior-fees') : null
}

// 高三能贷多少款 is of the loan.
function isOfSenior({ heard }: Scene, topic: Topic | null, persons: readonly Person[]): boolean {
  const isNamed = heard.topic !== null && heard.said.topicNamed === true
  if (heard.stage !== null) return heard.stage === 'senior' && !isNamed
  return topic === null && persons.length > 0 && persons.every(({ stage }) => stage === 'senior')
}

// Of grants the plan writes for vocational secondary schools alone; a loan is none.
function isOfCollegeGrant({ heard, turn }: Scene, topic: Topic | null, persons: readonly Person[]): boolean {
  const { text } = turn.message
  const isAsked = namesSchoolGrant(text) || (isQuestion(text) && LIVING_AID.test(text))
  if (!isAsked || (heard.stage !== null && !COLLEGES.has(heard.stage))) return false
  if (topic !== null) return topic === 'loan' || topic === 'higher-vocational'
  return persons.length > 0 && persons.every(({ stage }) => stage !== null && COLLEGES.has(stage))
}

// Of colleges the plan spares the fees of higher vocational ones alone.
function isOfUniversityFees(text: string, topic: Topic | null, persons: readonly Person[]): boolean {
  if (moneyAsked(text).named !== 'waiver' || topic !== null || persons.length === 0) return false
  return persons.every(({ stage }) => stage === 'undergraduate' || stage === 'postgraduate')
}

const COLLEGES: ReadonlySet<Stage> = new Set(['higher-vocational', 'undergraduate', 'postgraduate'])

const LIVING_AID = /生活(?:费)?补(?:助|贴)/u

// Children and ways of schooling of which the plan says nothing of their own.
const APART =
  /残疾|特教|特殊(?:学校|教育)|复读|往届|补习班|艺考|艺术生|体育生|自考|成人高考|函授|网课|培训班(?=[^，。]*(?:学费|免|补))|དབང་པོ་སྐྱོན་ཅན|དམིགས་བསལ་སློབ་གསོ|བསྐྱར་འབྲི|བསྐྱར་ལོན|སླར་རྒྱུགས|སྒྱུ་རྩལ་རྒྱུགས|རང་སྦྱོང་རྒྱུགས/u

const OWNERSHIP = /私立|民办|公办|公立|私人(?:办|开)|སྒེར་(?:གྱི|བཙུགས|གཉེར|འཛུགས)|གཞུང་(?:བཙུགས|གཉེར)/u
