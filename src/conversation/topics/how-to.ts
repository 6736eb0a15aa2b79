import type { Determination } from '../../policy/determine.ts'
import { isProgrammeInForce } from '../../policy/parameters/parameters.ts'
import { type ProgrammeId, TOPICS } from '../../policy/programmes/index.ts'
import { type Answer, caseOf, replyAsking } from '../answer.ts'
import { applyingLines } from '../words/applying.ts'
import { isMoney, nameOf, topicName } from '../words/benefits.ts'
import { endedTexts } from '../words/ended.ts'
import { enteredFor } from '../reckoning/entered.ts'
import { laterLines } from '../words/later.ts'
import { concernedBy, topicsOf, youngFirst } from '../persons/people.ts'
import { programmesAbout } from '../reckoning/programmes.ts'
import { type Ask, askFact } from '../asking/questions.ts'
import type { Case } from '../words/reasons.ts'
import { refusedLines } from '../words/refusals.ts'
import { type Line, say } from '../words/reply.ts'
import { countyFor, factsFor, officeFor, type Scene, skippedFor, SOMEONE, whoFor } from '../scene.ts'
import type { Session } from '../session/session.ts'
import { settledIn } from '../settled.ts'

/** How, when and with what to apply: what the county's office entered of it, else that it entered nothing and whom to ask. */
export function answerHow(scene: Scene): Answer {
  const { topic } = scene.focus
  const cases = casesMeant(scene)
  const lines: readonly Line[] = [
    ...(topic === null ? [] : [[say('conversation:how.topic', { topic: topicName(topic) })]]),
    ...howLines(scene, cases),
    [say('conversation:how.person', { person: say('conversation:word.person') })],
  ]
  const ask = askCounty(scene)
  return {
    reply: replyAsking(lines, ask, 'one'),
    remember: { ...aboutNext(scene, ask), topic, asking: ask?.asking ?? null },
    determinations: settledIn(cases),
  }
}

// The question for the county is this topic's own; once it is answered, the talk is of what it was of.
function aboutNext({ session, focus }: Scene, ask: Ask | null): Pick<Partial<Session>, 'about'> {
  if (ask !== null) return { about: 'how' }
  return session.about === 'how' ? { about: focus.topic === null ? 'benefits' : 'programme' } : {}
}

function howLines(scene: Scene, cases: readonly Case[]): readonly Line[] {
  const office = officeFor(scene)
  const whom: Line = [say('conversation:how.whom', { office })]
  if (countyFor(scene) === null && scene.turn.offices.size > 0)
    return [[say('conversation:how.county')], whom]
  const isRefused = scene.focus.topic !== null && areRefused(cases)
  const refusals = isRefused ? refusalLines(cases) : []
  const told = enteredLines(scene, cases)
  const ended = isRefused ? [] : endedLines(scene)
  if (told.length === 0) return [...ended, [say('conversation:how.none')], whom, ...refusals]
  const isHopeless = isRefused && cases.every(({ later }) => later.length === 0)
  return isHopeless ? [...refusals, whom] : [...ended, ...told, ...refusals]
}

// Nobody should prepare papers for what is no more.
function endedLines({ focus, turn }: Scene): readonly Line[] {
  const ended = focus.topic === null ? [] : endedTexts(TOPICS[focus.topic], turn)
  return ended.length === 0 ? [] : [ended]
}

function enteredLines(scene: Scene, cases: readonly Case[]): readonly Line[] {
  const { today, offices } = scene.turn
  const entries = offices.get(countyFor(scene) ?? '') ?? []
  const office = officeFor(scene)
  const all = programmesMeant(scene, cases).map((programme) => ({
    programme,
    entered: enteredFor(entries, programme, today),
  }))
  const told = all.flatMap(({ programme, entered }) => (entered === null ? [] : [{ programme, entered }]))
  if (told.length === 0) return []
  const untold = all.flatMap(({ programme, entered }) =>
    entered === null && programme !== null && brings(cases, programme) ? [nameOf(programme)] : [],
  )
  const lines = applyingLines(told, { today, office })
  if (untold.length === 0) return lines
  return [...lines, [say('conversation:how.unentered', { programmes: { list: untold }, office })]]
}

// Whoever is meant, and what of the topic (or of all that concerns them) it could be about.
function casesMeant(scene: Scene): readonly Case[] {
  const { focus, household, turn } = scene
  const { topic } = focus
  if (household === null)
    return topic === null ? [] : [caseOf(scene, null, programmesAbout([topic], factsFor(scene, null)))]
  const persons =
    focus.persons ??
    (topic === null ? youngFirst(household, turn.today) : concernedBy(topic, household, turn.today))
  return persons.map((person) =>
    caseOf(
      scene,
      person,
      topic === null ? programmesAbout(topicsOf(person, turn.today), factsFor(scene, person)) : TOPICS[topic],
    ),
  )
}

// What they qualify for or may, now or after the next step, and all of the topic where nobody is meant; where no topic
// is, the money that they get.
function programmesMeant({ focus, turn }: Scene, cases: readonly Case[]): readonly (ProgrammeId | null)[] {
  const meant = cases.flatMap(({ determinations, later }) =>
    focus.topic === null
      ? determinations.filter((one) => one.outcome === 'eligible' && isMoney(one))
      : [
          ...determinations.filter(({ outcome }) => outcome !== 'ineligible'),
          ...later.map(({ determination }) => determination),
        ],
  )
  const programmes = [...new Set(meant.filter(isApplied).map(({ programme }) => programme))]
  if (programmes.length > 0) return programmes
  if (focus.topic === null) return [null]
  return TOPICS[focus.topic].filter((id) => isProgrammeInForce(id, turn.today, turn.book))
}

function brings(cases: readonly Case[], programme: ProgrammeId): boolean {
  return cases.some(({ determinations }) =>
    determinations.some((one) => one.programme === programme && isMoney(one)),
  )
}

// Nobody should travel to the county for what the record already refuses.
function refusalLines(cases: readonly Case[]): readonly Line[] {
  const told = new Set<string>()
  return [...laterLines(cases, told), ...refusedLines(cases, told)]
}

function areRefused(cases: readonly Case[]): boolean {
  const all = cases.flatMap(({ determinations }) => determinations).filter(isApplied)
  return (
    all.length > 0 &&
    cases.every(({ subject }) => subject.standing !== null) &&
    all.every(({ outcome }) => outcome === 'ineligible')
  )
}

// What the plan promises to a village is nothing to apply for.
function isApplied({ kind }: Determination): boolean {
  return kind !== 'commitment'
}

// Every county has its own days and papers: a stranger is asked for it where there is something to tell.
function askCounty(scene: Scene): Ask | null {
  if (scene.turn.offices.size === 0 || countyFor(scene) !== null) return null
  if (skippedFor(scene, null).includes('household.county')) return null
  return askFact('household.county', SOMEONE, whoFor(scene, null))
}
