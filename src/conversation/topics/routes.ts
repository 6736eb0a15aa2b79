import { determineOne } from '../../policy/determine.ts'
import type { Stage } from '../../policy/facts.ts'
import { inquire } from '../../policy/inquire.ts'
import type { Person } from '../../register/household.ts'
import { type Answer, askAbout, replyAsking } from '../answer.ts'
import { nextStep } from '../words/next-step.ts'
import { childrenOf } from '../persons/people.ts'
import { type Ask, askFact } from '../asking/questions.ts'
import { type Line, say } from '../words/reply.ts'
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
  const lines = routed.flatMap((person) => routeLines(scene, person))
  const ways = routed.flatMap((person) => waysFor(scene, person))
  return {
    reply: {
      lines: [...lines, ...nextLines(scene, ways, one)],
      closing: promiseLines(ways),
      span: 'many',
    },
    remember: { about: 'routes', person: null, asking: null, answered: answeredFor(routed) },
    determinations: settledFor(scene, routed),
    routes: routed.flatMap((person) => toldRoutes(scene, person)),
  }
}

function answerOne(scene: Scene, person: Person | null): Answer {
  const stage = stageOf(scene, person)
  const ask = askRoutes(scene, person)
  const general: Line[] =
    scene.resumed && (stage !== null || ask !== null) ? [] : [[say('conversation:routes.general')]]
  const isTold = stage !== null && (ask === null || person !== null)
  const lines = isTold ? routeLines(scene, person) : general
  const ways = waysFor(scene, person)
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
    determinations: settledFor(scene, [person]),
    // Once nothing is asked any more: the picture then stays as it is.
    routes: isWhole ? toldRoutes(scene, person) : [],
  }
}

function routeLines(scene: Scene, person: Person | null): readonly Line[] {
  const stage = stageOf(scene, person)
  const who = whoFor(scene, person)
  if (stage === null) return []
  const ways = waysFor(scene, person)
  const params = { who, stage: say(`policy:stage.${stage}`) }
  if (ways.length === 0) return [[say('conversation:routes.none', params)]]
  const start: Line[] = stage === 'junior' ? [[say('conversation:routes.senior-high')]] : []
  return [
    [say('conversation:routes.intro', params)],
    ...wayLines(ways, subjectFor(scene, person), scene.turn.message.channel === 'telegram'),
    ...start,
  ]
}

function toldRoutes(scene: Scene, person: Person | null): readonly ToldRoutes[] {
  const stage = stageOf(scene, person)
  const ways = waysFor(scene, person)
  return stage === null || ways.length === 0 ? [] : [{ who: whoFor(scene, person), stage, ways }]
}

/** The ways from where somebody stands, each as it will be where it begins. */
export function waysFor(scene: Scene, person: Person | null): readonly Way[] {
  const stage = stageOf(scene, person)
  const { today, book } = scene.turn
  return (stage === null ? [] : (ROUTES[stage] ?? [])).map((route) => ({
    route,
    determination: determineOne(route.programme, { ...factsFor(scene, person), ...route.as }, today, book),
  }))
}

// As each will stand where the way begins.
function settledFor(scene: Scene, persons: readonly (Person | null)[]): readonly Settled[] {
  return persons.flatMap((person) =>
    settledOf(
      person?.id ?? SOMEONE,
      waysFor(scene, person).map(({ determination }) => determination),
    ),
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

function askRoutes(scene: Scene, person: Person | null): Ask | null {
  const stage = stageOf(scene, person)
  const who = whoFor(scene, person)
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
