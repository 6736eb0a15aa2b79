import { determineOne } from '../../policy/determine.ts'
import type { Facts, Stage } from '../../policy/facts.ts'
import { inquire } from '../../policy/inquire.ts'
import type { Person } from '../../register/household.ts'
import { type Answer, askStillSo, replyAsking } from '../answer.ts'
import { nextStep } from '../words/next-step.ts'
import { childrenOf } from '../persons/people.ts'
import { type Ask, askFact } from '../asking/questions.ts'
import { type Line, type Param, say } from '../words/reply.ts'
import { type Way, wayLines } from '../routes/lines.ts'
import { ROUTES } from '../routes/table.ts'
import type { Settled } from '../turn.ts'
import { settledOf } from '../settled.ts'
import type { ToldRoutes } from '../routes/told.ts'
import { factsFor, type Scene, skippedFor, SOMEONE, subjectFor, whoFor } from '../scene.ts'

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
  const told = routed.map((person) => routesOf(scene, person))
  const ways = told.flatMap((each) => each.ways)
  return {
    reply: {
      lines: [...told.flatMap((each) => routeLines(scene, each)), ...nextLines(scene, ways, one)],
      closing: promiseLines(ways),
      span: 'many',
    },
    remember: { about: 'routes', person: null, asking: null, answered: answeredFor(routed) },
    determinations: told.flatMap(settledOfRoutes),
    routes: told.flatMap(toldRoutes),
  }
}

function answerOne(scene: Scene, person: Person | null): Answer {
  const told = routesOf(scene, person)
  const { stage, ways } = told
  const ask = askRoutes(scene, told)
  const general: Line[] =
    scene.resumed && (stage !== null || ask !== null) ? [] : [[say('conversation:routes.general')]]
  const isTold = stage !== null && (ask === null || person !== null)
  const lines = isTold ? routeLines(scene, told) : general
  const asking = ask?.asking ?? null
  const isWhole = ask === null && isTold && ways.length > 0
  return {
    reply: isWhole
      ? {
          lines: [...lines, ...nextLines(scene, ways, person)],
          closing: promiseLines(ways),
          span: 'many',
        }
      : replyAsking(lines, ask, isTold ? 'many' : 'one'),
    remember: {
      about: 'routes',
      person: person?.id ?? scene.session.person,
      asking,
      answered: stage === null ? null : answeredFor([person], stage),
    },
    determinations: settledOfRoutes(told),
    // Once nothing is asked any more: the picture then stays as it is.
    routes: isWhole ? toldRoutes(told) : [],
  }
}

/** From where one person sets out, and the ways on from there. */
type Routes = {
  readonly person: Person | null
  readonly who: Param
  readonly facts: Facts
  readonly stage: Stage | null
  readonly ways: readonly Way[]
}

function routesOf(scene: Scene, person: Person | null): Routes {
  const facts = factsFor(scene, person)
  const stage = facts['person.stage'] ?? null
  return { person, who: whoFor(scene, person), facts, stage, ways: waysFrom(scene, stage, facts) }
}

function routeLines(scene: Scene, { person, who, facts, stage, ways }: Routes): readonly Line[] {
  if (stage === null) return []
  const params = { who, stage: say(`policy:stage.${stage}`) }
  if (ways.length === 0) return [[say('conversation:routes.none', params)]]
  const start: Line[] = stage === 'junior' ? [[say('conversation:routes.senior-high')]] : []
  return [
    [say('conversation:routes.intro', params)],
    ...wayLines(ways, subjectFor(scene, person, facts), scene.turn.message.channel === 'telegram'),
    ...start,
  ]
}

function toldRoutes({ who, stage, ways }: Routes): readonly ToldRoutes[] {
  return stage === null || ways.length === 0 ? [] : [{ who, stage, ways }]
}

/** The ways from where somebody stands, each as it will be where it begins. */
export function waysFor(scene: Scene, person: Person | null): readonly Way[] {
  const facts = factsFor(scene, person)
  return waysFrom(scene, facts['person.stage'] ?? null, facts)
}

function waysFrom({ turn }: Scene, stage: Stage | null, facts: Facts): readonly Way[] {
  return (stage === null ? [] : (ROUTES[stage] ?? [])).map((route) => ({
    route,
    determination: determineOne(route.programme, { ...facts, ...route.as }, turn.today, turn.book),
  }))
}

// As each will stand where the way begins.
function settledOfRoutes({ person, ways }: Routes): readonly Settled[] {
  return settledOf(
    person?.id ?? SOMEONE,
    ways.map(({ determination }) => determination),
  )
}

// What to do next about all that is open, and how to learn more of one.
function nextLines(scene: Scene, ways: readonly Way[], person: Person | null): readonly Line[] {
  const open = ways.map(({ determination }) => determination).filter(({ outcome }) => outcome === 'eligible')
  return [
    ...(open.length > 0 ? [[nextStep(subjectFor(scene, person), open)]] : []),
    [say('conversation:routes.more', { why: say('conversation:word.why') })],
  ]
}

// A place is no promise, and is told as none on the first page; training is open to whoever comes.
function promiseLines(ways: readonly Way[]): readonly Line[] {
  const admits = ways.some(({ determination }) => determination.kind === 'admission')
  return admits ? [[say('conversation:routes.priority')]] : []
}

function askRoutes(scene: Scene, { person, who, facts, stage, ways }: Routes): Ask | null {
  const id = person?.id ?? SOMEONE
  const skip = skippedFor(scene, person)
  if (stage === null) return skip.includes('person.stage') ? null : askFact('person.stage', id, who)
  const confirming = person === null ? null : askStillSo(scene, person)
  if (confirming !== null) return confirming
  const open = ways.filter(({ determination }) => determination.outcome === 'unknown')
  for (const as of new Set(open.map(({ route }) => route.as))) {
    const programmes = open.filter(({ route }) => route.as === as).map(({ route }) => route.programme)
    const fact = inquire({ ...facts, ...as }, scene.turn.today, { programmes, skip, book: scene.turn.book })
    if (fact !== null) return askFact(fact, id, who)
  }
  return null
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
