import type { SchoolPlace } from '../policy/facts.ts'
import { PROGRAMMES } from '../policy/programmes/index.ts'
import type { Household } from '../register/household.ts'
import { type Answer, caseOf } from './answer.ts'
import { ofLastMeant, onTopic } from './carried-scene.ts'
import { asksHow, isQuestion } from './hearing/manner/questions.ts'
import { isSchoolIn, supposes } from './hearing/manner/schooling.ts'
import { refusedLines } from './words/refusals.ts'
import { type Line, say } from './words/reply.ts'
import { resume } from './resume.ts'
import { type Scene, SOMEONE } from './scene.ts'
import { tell, toldOf } from './session/told.ts'

/**
 * 要是在西安上呢, 在兰州上幼儿园能免吗: what is asked, as it would be were the school of whoever is meant in another place.
 * Null where the words suppose none, or of somebody whose school the record does not have: where that may lead is told as
 * what comes later.
 */
export function answerSupposed(scene: Scene): Answer | null {
  const { schoolPlace } = scene.heard.said
  const { text } = scene.turn.message
  if (schoolPlace === undefined || asksHow(text)) return null
  if (!supposes(text) && !asksOfThere(scene, schoolPlace)) return null
  if (scene.household === null) return supposedOfStranger(scene, schoolPlace)
  const meant = ofLastMeant(scene)
  const household = moved(meant, schoolPlace)
  if (household === null) return null
  const there = onTopic(at(meant, household))
  const { changes: _, ...answer } = resume(there)
  if (answer.reply === null) return null
  const lost = there.focus.topic === null ? lostLines(meant, there) : []
  const lines = supposing(schoolPlace, [...lost, ...answer.reply.lines])
  // Nothing that is only thought of counts as told.
  return { ...answer, reply: { ...answer.reply, lines }, continues: 'ask-programme' }
}

// 在兰州上幼儿园能免吗, of a child whose school the record has elsewhere: its own answer would be of another school.
function asksOfThere(scene: Scene, schoolPlace: SchoolPlace): boolean {
  const { text } = scene.turn.message
  if (!isQuestion(text) || !isSchoolIn(text) || scene.session.otherwise !== null) return false
  const meant = ofLastMeant(scene)
  const there = moved(meant, schoolPlace)?.persons ?? []
  return (
    meant.household?.persons.some((person, at) => {
      const { schoolPlace: recorded } = person
      return there[at] !== undefined && there[at] !== person && recorded !== null && recorded !== schoolPlace
    }) === true
  )
}

// Nothing of it is remembered: what was told goes on to hold.
function supposedOfStranger(scene: Scene, schoolPlace: SchoolPlace): Answer | null {
  const { told, topic } = scene.turn.session
  if (topic === null || toldOf(scene.turn.session, SOMEONE).facts['person.schoolPlace'] == null) return null
  const session = tell(scene.session, SOMEONE, { 'person.schoolPlace': schoolPlace })
  const answer = resume(onTopic({ ...scene, session, focus: { ...scene.focus, stage: null } }))
  if (answer.reply === null) return null
  return {
    ...answer,
    reply: { ...answer.reply, lines: supposing(schoolPlace, answer.reply.lines) },
    remember: { ...answer.remember, told },
    continues: 'ask-programme',
  }
}

// In the answer's own line: its first words are of there, and its answer is still read first.
function supposing(schoolPlace: SchoolPlace, [first = [], ...rest]: readonly Line[]): readonly Line[] {
  const place = say(`policy:option.person.schoolPlace.${schoolPlace}`)
  return [[say('conversation:record.supposed', { place }), ...first], ...rest].map(notNow)
}

// What is refused there is not refused now.
function notNow(line: Line): Line {
  return line.map((text) =>
    text.key === 'conversation:answer.no' ? { ...text, key: 'conversation:record.not-there' } : text,
  )
}

function at({ focus, ...scene }: Scene, household: Household): Scene {
  const ids = focus.persons?.map(({ id }) => id) ?? null
  const persons = ids === null ? null : household.persons.filter(({ id }) => ids.includes(id))
  return { ...scene, household, focus: { ...focus, stage: null, persons } }
}

// Of all there is only what is given gets told: what the other place takes away is what was asked.
function lostLines(here: Scene, there: Scene): readonly Line[] {
  const pairs = (here.household?.persons ?? []).flatMap((person, at) => {
    const moved = there.household?.persons[at]
    return moved === undefined || moved === person ? [] : [{ person, moved }]
  })
  const lost = pairs.map(({ person, moved }) => {
    const had = caseOf(here, person, ALL).determinations.filter(({ outcome }) => outcome === 'eligible')
    const programmes = had.map(({ programme }) => programme)
    return { ...caseOf(there, moved, programmes), later: [] }
  })
  return refusedLines(lost)
}

const ALL = PROGRAMMES.map(({ id }) => id)

// Null where nobody who is meant goes to school, or to the kind of school that was named.
function moved({ household, focus }: Scene, schoolPlace: SchoolPlace): Household | null {
  if (household === null) return null
  const isMeant = (id: string) => focus.persons?.some((person) => person.id === id) ?? true
  const isMoved = ({ id, stage }: Household['persons'][number]) =>
    isMeant(id) && stage !== null && stage !== 'not-in-school' && (focus.stage ?? stage) === stage
  if (!household.persons.some(isMoved)) return null
  return {
    ...household,
    persons: household.persons.map((person) => (isMoved(person) ? { ...person, schoolPlace } : person)),
  }
}
