import type { Facts, Stage } from '../policy/facts.ts'
import type { Household, Person } from '../register/household.ts'
import type { Intent } from '../understanding/types.ts'
import { type Answer, caseOf } from './answer.ts'
import { generalText } from './benefits.ts'
import { carried } from './focus.ts'
import { sceneWith } from './listen.ts'
import { complains, isHeard, isQuestion, saysStudies } from './manner.ts'
import { childrenOf, topicsAt } from './people.ts'
import { programmesAbout } from './programmes.ts'
import { type Line, say } from './reply.ts'
import { factsFor, isUnconfirmed, type Scene, subjectFor } from './scene.ts'
import { factsSaid, isFinished, tell } from './told.ts'
import { benefitLines } from './topics/benefits.ts'
import { answerStanding } from './topics/standing.ts'

type Resume = (scene: Scene) => Answer

/** Whether a message only tells something of the family: it asks nothing, and complains of nothing. */
export function isStatement({ heard, turn, household }: Scene): boolean {
  const { text } = turn.message
  const said = Object.keys(factsSaid(heard, turn.today))
  // A village named in passing is no news of a household on record.
  const news = household === null ? said : said.filter((fact) => fact !== 'household.rural')
  if (isQuestion(text) || news.length === 0) return false
  if (heard.intent === 'report-missing') return !complains(heard, text)
  return (
    !isHeard(heard) ||
    heard.intent === 'out-of-scope' ||
    (heard.intent === 'ask-programme' && heard.topic === null) ||
    (heard.stage !== null && saysStudies(text) && ASKED_BY_TELLING.has(heard.intent))
  )
}

// Where somebody studies is often all that is written: 我娃上高三.
const ASKED_BY_TELLING: ReadonlySet<Intent> = new Set(['ask-programme', 'ask-benefits'])

/**
 * What was told changes the answer to what was asked last, so that is answered anew; told first of all, it is what to
 * begin from. Where the record says otherwise, both are named. It never opens a case.
 */
export function answerStatement(scene: Scene, resume: Resume): Answer {
  const { household, heard, session, turn, focus } = scene
  if (household !== null && heard.said.registered !== undefined) return answerStanding(scene)
  const otherwise = household === null ? null : answerOtherwise(scene, household, resume)
  if (otherwise !== null) return otherwise
  const persons = focus.persons ?? (household === null ? null : aged(scene, household))
  const to = { stage: focus.stage, persons, household, today: turn.today }
  const topic = carried(session.topic, to) ?? heard.topic
  return resume({ ...scene, focus: { ...focus, persons, topic }, resumed: session.about !== null })
}

// The children of the age that was told; null where it tells none of them from the others.
function aged({ heard, turn }: Scene, household: Household): readonly Person[] | null {
  const { age } = heard.said
  if (age === undefined) return null
  const year = String(Number(turn.today.slice(0, 4)) - age)
  const born = childrenOf(household, turn.today).filter(
    ({ birthDate }) => birthDate?.startsWith(year) === true,
  )
  return born.length > 0 ? born : null
}

function answerOtherwise(scene: Scene, household: Household, resume: Resume): Answer | null {
  const { heard } = scene
  if (heard.county !== null && heard.county !== household.county)
    return otherwise([[say('conversation:record.county', { county: { county: household.county } })]])
  const isOfSelf = heard.said.person?.relation === 'self' && heard.stage === 'not-in-school'
  if (heard.stage === null || isFinished(heard) || isOfSelf) return null
  return stageOtherwise(scene, household, heard.stage, resume)
}

function stageOtherwise(scene: Scene, household: Household, stage: Stage, resume: Resume): Answer | null {
  const { focus, turn } = scene
  const children = focus.persons ?? childrenOf(household, turn.today)
  if (children.some((person) => person.stage === stage)) return null
  const [only, ...others] = children
  if (only === undefined || others.length > 0 || only.stage === null) {
    const general = topicsAt(stage).map((topic): Line => [generalText(topic, turn.today, turn.book)])
    const nobody: Line = [say('conversation:none.stage', { stage: say(`policy:stage.${stage}`) })]
    return otherwise([nobody, [say('conversation:none.general')], ...general.slice(0, 1)])
  }
  // An old record is not contradicted by what came after it, but brought up to date.
  if (isUnconfirmed(scene, only)) {
    const session = tell(scene.session, only.id, { 'person.stage': stage, ...factsTold(scene) })
    const known = sceneWith(scene, session)
    const persons = known.household?.persons.filter(({ id }) => id === only.id) ?? []
    const answer = resume({ ...known, focus: { ...scene.focus, persons, stage: null } })
    return { ...answer, remember: { told: session.told, ...answer.remember } }
  }
  const asTold: Person = { ...only, stage, finalYear: null, schoolPlace: null, ...placeSaid(scene) }
  const told = { ...scene, household: { ...household, persons: [asTold] } }
  const programmes = programmesAbout(topicsAt(stage), factsFor(told, asTold))
  const { who } = subjectFor(scene, only)
  return otherwise(
    [
      [say('conversation:record.stage', { who, stage: say(`policy:stage.${only.stage}`) })],
      [say('conversation:record.if-so', { who, stage: say(`policy:stage.${stage}`) })],
      ...benefitLines([caseOf(told, asTold, programmes)], true),
    ],
    only.id,
  )
}

function factsTold({ heard: { said } }: Scene): Facts {
  return {
    'person.finalYear': said.finalYear ?? null,
    'person.schoolPlace': said.schoolPlace ?? null,
  }
}

function placeSaid({ heard: { said } }: Scene): Partial<Person> {
  return {
    ...(said.finalYear === undefined ? {} : { finalYear: said.finalYear }),
    ...(said.schoolPlace === undefined ? {} : { schoolPlace: said.schoolPlace }),
  }
}

function otherwise(lines: readonly Line[], person: string | null = null): Answer {
  const review = say('conversation:standing.review', { missing: say('conversation:word.missing') })
  const [record = [], ...rest] = lines
  return {
    reply: { lines: [[...record, review], ...rest], span: 'one' },
    remember: { person, asking: null },
  }
}
