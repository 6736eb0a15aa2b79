import { determineOne } from '../../policy/determine.ts'
import type { Facts, Stage } from '../../policy/facts.ts'
import { inquire } from '../../policy/inquire.ts'
import type { ProgrammeId } from '../../policy/programmes/index.ts'
import type { Person } from '../../register/household.ts'
import { type Answer, askAbout, replyAsking } from '../answer.ts'
import { nameOf } from '../benefits.ts'
import { childrenOf } from '../people.ts'
import { type Ask, askFact } from '../questions.ts'
import { type Line, say } from '../reply.ts'
import { factsFor, type Scene, skippedFor, SOMEONE, subjectFor } from '../scene.ts'

/** A way the plan opens, and what would be true of whoever takes it. */
type Route = { readonly programme: ProgrammeId; readonly as?: Facts }

/** Which ways of schooling the plan opens from where somebody stands, in order, each with whether it is open. */
export function answerRoutes(scene: Scene): Answer {
  if (scene.household === null) return answerOne(scene, null)
  const { focus, turn } = scene
  const young =
    focus.persons ??
    childrenOf(scene.household, turn.today).filter(
      ({ stage }) => focus.stage === null || stage === focus.stage,
    )
  const routed = young.filter(({ stage }) => stage !== null && ROUTES[stage] !== undefined)
  const [one, ...others] = routed.length > 0 ? routed : young.length === 1 ? young : []
  if (one === undefined)
    return {
      reply: { lines: [[say('conversation:routes.none.family')]], span: 'one' },
      remember: { about: 'routes', asking: null },
    }
  if (others.length === 0) return answerOne(scene, one)
  const lines = routed.flatMap((person) => routeLines(scene, person))
  return {
    reply: { lines: [...lines, ...closingLines()], span: 'many' },
    remember: { about: 'routes', person: null, asking: null, answered: answeredFor(routed) },
  }
}

function answerOne(scene: Scene, person: Person | null): Answer {
  const stage = stageOf(scene, person)
  const ask = askRoutes(scene, person)
  const general: Line[] = scene.resumed && stage !== null ? [] : [[say('conversation:routes.general')]]
  const closing = stage !== null && ROUTES[stage] !== undefined ? closingLines() : []
  const lines =
    stage === null || (ask !== null && person === null) ? general : [...routeLines(scene, person), ...closing]
  const asking = ask?.asking ?? null
  return {
    reply: replyAsking(lines, ask, 'one'),
    remember: {
      about: 'routes',
      person: person?.id ?? scene.session.person,
      asking,
      answered: stage === null ? null : answeredFor([person], stage),
    },
  }
}

function routeLines(scene: Scene, person: Person | null): readonly Line[] {
  const stage = stageOf(scene, person)
  const { who } = subjectFor(scene, person)
  if (stage === null) return []
  const routes = ROUTES[stage]
  const params = { who, stage: say(`policy:stage.${stage}`) }
  if (routes === undefined) return [[say('conversation:routes.none', params)]]
  const start: Line[] = stage === 'junior' ? [[say('conversation:routes.senior-high')]] : []
  return [
    [say('conversation:routes.intro', params)],
    ...routes.map((route, index) => routeLine(scene, person, route, index + 1)),
    ...start,
  ]
}

function routeLine(scene: Scene, person: Person | null, { programme, as }: Route, number: number): Line {
  const { today, book } = scene.turn
  const { outcome, citations } = determineOne(programme, { ...factsFor(scene, person), ...as }, today, book)
  return [
    say(`conversation:routes.${outcome}`, {
      number,
      programme: nameOf(programme),
      clause: citations[0] ?? '',
    }),
  ]
}

function closingLines(): readonly Line[] {
  return [
    [say('conversation:routes.priority')],
    [say('conversation:routes.more', { why: say('conversation:word.why') })],
  ]
}

function askRoutes(scene: Scene, person: Person | null): Ask | null {
  const stage = stageOf(scene, person)
  const { who } = subjectFor(scene, person)
  const id = person?.id ?? SOMEONE
  const skip = skippedFor(scene, person)
  if (stage === null) return skip.includes('person.stage') ? null : askFact('person.stage', id, who)
  const routes = ROUTES[stage] ?? []
  const confirming = person === null ? null : askAbout(scene, person, [])
  if (confirming !== null) return confirming
  for (const { programme, as } of routes) {
    const facts = { ...factsFor(scene, person), ...as }
    const fact = inquire(facts, scene.turn.today, { programmes: [programme], skip, book: scene.turn.book })
    if (fact !== null) return askFact(fact, id, who)
  }
  return null
}

function stageOf(scene: Scene, person: Person | null): Stage | null {
  return factsFor(scene, person)['person.stage'] ?? null
}

function answeredFor(
  persons: readonly (Person | null)[],
  stage: Stage | null = null,
): { programmes: string[]; persons: string[] } {
  const stages = persons.map((person) => person?.stage ?? stage)
  const programmes = stages
    .flatMap((one) => (one === null ? [] : (ROUTES[one] ?? [])))
    .map(({ programme }) => programme)
  return { programmes: [...new Set(programmes)], persons: persons.map((person) => person?.id ?? SOMEONE) }
}

const AT_SECONDARY_VOCATIONAL: Facts = { 'person.stage': 'secondary-vocational' }
const AT_HIGHER_VOCATIONAL: Facts = {
  'person.stage': 'higher-vocational',
  'person.schoolPlace': 'in-province',
}
const AT_UNIVERSITY: Facts = { 'person.stage': 'undergraduate' }
const IN_FINAL_YEAR: Facts = { 'person.finalYear': true }

/** Routes open at the end of a stage: so the final year is taken as reached. */
const ROUTES: Readonly<Partial<Record<Stage, readonly Route[]>>> = {
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
    { programme: 'leaver-vocational-education' },
    { programme: 'tibetan-area-nine-plus-three' },
    { programme: 'labour-skills-training' },
  ],
}
