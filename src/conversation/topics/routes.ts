import { type Determination, determineOne } from '../../policy/determine.ts'
import type { Stage } from '../../policy/facts.ts'
import { inquire } from '../../policy/inquire.ts'
import type { Person } from '../../register/household.ts'
import { type Answer, askAbout, replyAsking } from '../answer.ts'
import { nameOf } from '../benefits.ts'
import { childrenOf } from '../people.ts'
import { type Ask, askFact } from '../questions.ts'
import { type Line, say } from '../reply.ts'
import { type Route, ROUTES } from '../route-table.ts'
import type { Settled } from '../turn.ts'
import { settledOf } from '../settled.ts'
import { factsFor, type Scene, skippedFor, SOMEONE, subjectFor } from '../scene.ts'

/** Which ways of schooling the plan opens from where somebody stands, in order, each with whether it is open. */
export function answerRoutes(scene: Scene): Answer {
  if (scene.household === null) return answerOne(scene, null)
  const { focus, turn } = scene
  const young = focus.persons ?? childrenOf(scene.household, turn.today)
  const setOut = young.filter(({ stage }) => stage !== null && ROUTES[stage] !== undefined)
  // A stage named that nobody is at is where the way should lead, not where it begins.
  const named = setOut.filter(({ stage }) => stage === focus.stage)
  const routed = named.length > 0 ? named : setOut
  const [one, ...others] = routed.length > 0 ? routed : young.length === 1 ? young : []
  if (one === undefined)
    return {
      reply: { lines: [[say('conversation:routes.none.family')]], span: 'one' },
      remember: { about: 'routes', asking: null },
    }
  if (others.length === 0) return answerOne(scene, one)
  const lines = routed.flatMap((person) => routeLines(scene, person))
  return {
    reply: { lines: [...lines, ...closingLines(routed.map(({ stage }) => stage))], span: 'many' },
    remember: { about: 'routes', person: null, asking: null, answered: answeredFor(routed) },
    determinations: settledFor(scene, routed),
  }
}

function answerOne(scene: Scene, person: Person | null): Answer {
  const stage = stageOf(scene, person)
  const ask = askRoutes(scene, person)
  const general: Line[] =
    scene.resumed && (stage !== null || ask !== null) ? [] : [[say('conversation:routes.general')]]
  const closing = stage !== null && ROUTES[stage] !== undefined ? closingLines([stage]) : []
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
    determinations: settledFor(scene, [person]),
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

function routeLine(scene: Scene, person: Person | null, route: Route, number: number): Line {
  const { programme, outcome, citations } = determined(scene, person, route)
  return [
    say(`conversation:routes.${outcome}`, {
      number,
      programme: nameOf(programme),
      clause: citations[0] ?? '',
    }),
  ]
}

function determined(scene: Scene, person: Person | null, { programme, as }: Route): Determination {
  const { today, book } = scene.turn
  return determineOne(programme, { ...factsFor(scene, person), ...as }, today, book)
}

// As each will stand where the way begins.
function settledFor(scene: Scene, persons: readonly (Person | null)[]): readonly Settled[] {
  return persons.flatMap((person) => {
    const stage = stageOf(scene, person)
    const routes = stage === null ? [] : (ROUTES[stage] ?? [])
    return settledOf(
      person?.id ?? SOMEONE,
      routes.map((route) => determined(scene, person, route)),
    )
  })
}

function closingLines(stages: readonly (Stage | null)[]): readonly Line[] {
  // Only admissions have a priority; training is open to whoever comes.
  const admits = stages.some((stage) => stage !== null && stage !== 'not-in-school' && stage !== 'junior')
  return [
    ...(admits ? [[say('conversation:routes.priority')]] : []),
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
  for (const as of new Set(routes.map((route) => route.as))) {
    const programmes = routes.filter((route) => route.as === as).map(({ programme }) => programme)
    const facts = { ...factsFor(scene, person), ...as }
    const fact = inquire(facts, scene.turn.today, { programmes, skip, book: scene.turn.book })
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
