import type { Facts, Stage } from '../policy/facts.ts'
import type { Household, Person } from '../register/household.ts'
import type { Intent } from '../understanding/types.ts'
import type { Answer } from './answer.ts'
import { generalLine } from './words/general.ts'
import { bothWays } from './both-ways.ts'
import { carried } from './persons/focus.ts'
import { sceneWith } from './hearing/listen.ts'
import { isHeard } from './hearing/manner/heard.ts'
import { isQuestion } from './hearing/manner/questions.ts'
import { saysStudies, tellsMovedOn } from './hearing/manner/schooling.ts'
import { complains, corrects } from './hearing/manner/turns.ts'
import { saysHas } from './hearing/manner/whom.ts'
import { correctsCount, isJustSaid } from './hearing/otherwise.ts'
import { childrenOf, topicsAt } from './persons/people.ts'
import { say } from './words/reply.ts'
import { isUnconfirmed, type Scene } from './scene.ts'
import { factsSaid, isFinished, tell } from './session/told.ts'
import { whichOf } from './asking/which-one.ts'
import { answerStanding } from './topics/standing.ts'

type Resume = (scene: Scene) => Answer

/** Whether a message tells how many children there are, and nothing else. */
export function tellsCount(scene: Scene): boolean {
  const { heard, turn, focus } = scene
  const { text } = turn.message
  if (isQuestion(text) || COMPLAINS.test(text) || focus.stage !== null || heard.topic !== null) return false
  return (
    correctsCount(scene) ||
    (heard.said.childrenCount !== undefined && saysHas(text) && text.length <= LONGEST_COUNT)
  )
}

// 我家里一共有三个娃.
const LONGEST_COUNT = 30

/** Whether a message only tells something of the family: it asks nothing, and complains of nothing. */
export function isStatement(scene: Scene): boolean {
  const { heard, turn, household } = scene
  const { text } = turn.message
  if (household !== null && isJustSaid(scene) && !isQuestion(text)) return !COMPLAINS.test(text)
  const said = Object.keys(factsSaid(heard, turn.today))
  // A village named in passing is no news of a household on record.
  const news = household === null ? said : said.filter((fact) => fact !== 'household.rural')
  if (isQuestion(text) || news.length === 0) return false
  // 不对 老三五岁: beside no record, what was told is mended, and not a register.
  if (heard.intent === 'report-missing')
    return !complains(heard, text) || (household === null && corrects(text))
  return (
    !isHeard(heard) ||
    heard.intent === 'out-of-scope' ||
    (heard.intent === 'ask-programme' && heard.topic === null) ||
    (heard.stage !== null && saysStudies(text) && isAskedByTelling(heard.intent, text))
  )
}

// Who says besides that the record is wrong wants it looked at.
const COMPLAINS = /登记|名单|建档|错|漏|更正|改一?下|ནོར|ཐོ་/u

// Where somebody studies is often all that is written: 我娃上高三.
const ASKED_BY_TELLING: ReadonlySet<Intent> = new Set(['ask-programme', 'ask-benefits'])

// 他上了中职 tells where somebody is now, and asks for no way there.
function isAskedByTelling(intent: Intent, text: string): boolean {
  return ASKED_BY_TELLING.has(intent) || (intent === 'ask-routes' && tellsMovedOn(text))
}

/**
 * What was told changes the answer to what was asked last, so that is answered anew; told first of all, it is what to
 * begin from. Where the record says otherwise, both are named. It never opens a case.
 */
export function answerStatement(scene: Scene, resume: Resume): Answer {
  const { household, heard, session, turn, focus } = scene
  if (household !== null) {
    const answer = answerBesideRecord(scene, household, resume)
    if (answer !== null) return answer
  }
  const persons = focus.persons
  const to = { stage: focus.stage, persons, household, today: turn.today }
  const topic = carried(session.topic, to) ?? heard.topic
  return resume({ ...scene, focus: { ...focus, topic }, resumed: session.about !== null })
}

// Null where the record says the same, or nothing.
function answerBesideRecord(scene: Scene, household: Household, resume: Resume): Answer | null {
  const { heard, session } = scene
  const { stage } = heard
  if (session.otherwise !== null) return answerBoth(scene, resume)
  if (heard.said.registered !== undefined) return answerStanding(scene)
  const isOfSelf = heard.said.person?.relation === 'self' && stage === 'not-in-school'
  if (stage === null || isFinished(heard) || isOfSelf) return null
  const children = scene.focus.persons ?? childrenOf(household, scene.turn.today)
  if (children.some((person) => person.stage === stage)) return null
  const [only, ...others] = children
  if (only === undefined) return nobodyAt(scene, stage)
  if (others.length > 0) return whichOf(scene, children, nobodyAt(scene, stage))
  return isUnconfirmed(scene, only) ? answerUpToDate(scene, only, resume) : nobodyAt(scene, stage)
}

// The last question again, about whom the words and the record differ, or about all that is theirs.
function answerBoth(scene: Scene, resume: Resume): Answer {
  const { focus, session, turn, household } = scene
  const ids = Object.keys(session.otherwise?.persons ?? {})
  const persons = focus.persons ?? (ids.length === 0 ? null : personsOf(household, ids))
  const to = { stage: null, persons, household, today: turn.today }
  const topic = scene.heard.topic ?? carried(session.topic, to)
  const about = { ...focus, topic, stage: null, persons }
  return bothWays({ ...scene, focus: about }, true, resume)
}

function personsOf(household: Household | null, ids: readonly string[]): readonly Person[] {
  return household?.persons.filter(({ id }) => ids.includes(id)) ?? []
}

// The record has nobody there: what the plan says in general, and how to have the record looked at.
function nobodyAt({ turn }: Scene, stage: Stage): Answer {
  const [general] = topicsAt(stage).map((topic) => generalLine(topic, turn.today, turn.book))
  const review = say('conversation:standing.review', { missing: say('conversation:word.missing') })
  const nobody = say('conversation:none.stage', { stage: say(`policy:stage.${stage}`) })
  return {
    reply: {
      lines: [
        [nobody, review],
        [say('conversation:none.general')],
        ...(general === undefined ? [] : [general]),
      ],
      span: 'one',
    },
    remember: { person: null, asking: null },
  }
}

// An old record is not contradicted by what came after it, but brought up to date.
function answerUpToDate(scene: Scene, only: Person, resume: Resume): Answer {
  const { heard } = scene
  const facts = { 'person.stage': heard.stage, ...factsTold(scene) }
  const session = tell(scene.session, only.id, facts)
  const known = sceneWith(scene, session)
  const persons = personsOf(known.household, [only.id])
  const answer = resume({ ...known, focus: { ...scene.focus, persons, stage: null } })
  return { ...answer, remember: { told: session.told, ...answer.remember } }
}

function factsTold({ heard: { said } }: Scene): Facts {
  return {
    'person.finalYear': said.finalYear ?? null,
    'person.schoolPlace': said.schoolPlace ?? null,
  }
}
