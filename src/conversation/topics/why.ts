import { PROGRAMME_IDS, type ProgrammeId, TOPICS } from '../../policy/programmes/index.ts'
import type { Determination } from '../../policy/determine.ts'
import { FACT_NAMES } from '../../policy/facts.ts'
import type { Person } from '../../register/household.ts'
import { type Answer, caseOf, speak } from '../answer.ts'
import { asksMoney } from '../hearing/manner/money.ts'
import { asksUnpaid, asksWhyNot } from '../hearing/manner/why-not.ts'
import { nameOf } from '../words/benefits.ts'
import { restsOnStandingAlone } from '../words/deciding.ts'
import { isOfAllChildren } from '../session/children-told.ts'
import { scenesByChild } from './children.ts'
import { childrenOf, concernedBy, topicsAt, topicsOf } from '../persons/people.ts'
import { type Case, decidingReasons, type Explained, reasonsOf, type Subject } from '../words/reasons.ts'
import { type Line, say, type Text } from '../words/reply.ts'
import { factsFor, type Scene, SOMEONE, subjectFor } from '../scene.ts'
import { settledIn, settledOf } from '../settled.ts'
import type { Way } from '../routes/lines.ts'
import { waysFor } from './routes.ts'
import { toldChanges } from '../telling.ts'
import { answerStanding } from './standing.ts'
import { answerStatus } from './status.ts'

/** Why the last answer was what it was: each programme's deciding conditions, with their clauses. */
export function answerWhy(scene: Scene): Answer {
  const about = aboutWhat(scene)
  // Why it was refused stands beside what became of it.
  const isOfPayment =
    scene.session.about === 'status' || (scene.household !== null && asksUnpaid(scene.turn.message.text))
  if (isOfPayment && scene.heard.topic === null) return { ...answerStatus(scene), continues: 'ask-status' }
  if (about.programmes.length === 0 || about.persons.length === 0) return whyNothing(scene)
  if (scene.session.about === 'routes' && scene.heard.topic === null) return whyOfWays(scene, about)
  const cases = isOfAllChildren(scene.session)
    ? scenesByChild(scene).map((one) => caseOf(one, null, programmesAt(one, about)))
    : about.persons.map((person) => caseOf(scene, person, programmesFor(scene, person, about)))
  const refused = asksWhyNot(scene.turn.message.text) ? cases.map(heldBack) : []
  const telling = refused.some(({ determinations }) => determinations.length > 0) ? refused : cases
  const lines = telling.flatMap((one) => whyLines(one.subject, told(one, cases.length > 1)))
  return {
    reply: { lines, span: cases.length > 1 ? 'many' : 'one' },
    remember: { asking: null },
    changes: toldChanges(scene, cases, about.persons),
    determinations: settledIn(cases),
  }
}

// What the household's standing alone stands against.
function heldBack({ subject, determinations, later }: Case): Case {
  return { subject, determinations: determinations.filter(isHeldBack), later }
}

function isHeldBack(one: Determination): boolean {
  return one.outcome === 'ineligible' && restsOnStandingAlone(one)
}

// A way was told as it will be where it begins: so are its reasons, less what taking it makes true.
function whyOfWays(scene: Scene, { persons, programmes }: About): Answer {
  const told = persons.map((person) => ({
    person,
    ways: waysFor(scene, person).filter(({ route }) => programmes.includes(route.programme)),
  }))
  const found = told.flatMap(({ person, ways }) =>
    ways.map((way) => ({ way, subject: subjectFor(scene, person) })),
  )
  const lines = found.map(({ way: { route, determination }, subject }) => {
    const reasons = decidingReasons(determination, subject).filter(
      ({ fact }) => fact === null || !(fact in route.as),
    )
    const isAhead = determination.outcome === 'eligible' && assumes(route, subject)
    return [
      intro(subject, [determination], reasons),
      say(isAhead ? 'conversation:why.ahead' : `conversation:why.${determination.outcome}`),
      ...reasons.map(({ text }) => text),
    ]
  })
  return {
    reply: { lines, span: persons.length > 1 ? 'many' : 'one' },
    remember: { asking: null },
    determinations: told.flatMap(({ person, ways }) =>
      settledOf(
        person?.id ?? SOMEONE,
        ways.map(({ determination }) => determination),
      ),
    ),
  }
}

// 为啥没有我们家: with nothing asked before, why a family is left out is a matter of how it stands.
function whyNothing(scene: Scene): Answer {
  if (asksOfPupilsMoney(scene)) return speak([say('conversation:answer.no-money')])
  const isBare = scene.heard.confidence === 1
  return isBare || scene.household === null ? speak([say('conversation:why.nothing')]) : answerStanding(scene)
}

// Of several persons, each is told of what concerns them.
function programmesFor(
  { turn }: Scene,
  person: Person | null,
  { programmes, persons }: About,
): readonly ProgrammeId[] {
  if (person === null || persons.length < 2) return programmes
  const own = topicsOf(person, turn.today).flatMap((topic): readonly ProgrammeId[] => TOPICS[topic])
  return programmes.filter((id) => own.includes(id))
}

// Of a stranger's several children, each is told of what its school makes its matter.
function programmesAt(scene: Scene, { programmes }: About): readonly ProgrammeId[] {
  const stage = factsFor(scene, null)['person.stage'] ?? null
  const own = stage === null ? [] : topicsAt(stage).flatMap((topic): readonly ProgrammeId[] => TOPICS[topic])
  return programmes.filter((id) => own.includes(id))
}

// 为什么没有钱, of children at school where the plan gives none.
function asksOfPupilsMoney({ household, turn }: Scene): boolean {
  const children = household === null ? [] : childrenOf(household, turn.today)
  const isOfPupils = children.every(({ stage }) => stage === 'primary' || stage === 'junior')
  return children.length > 0 && isOfPupils && asksMoney(turn.message.text)
}

type About = { readonly programmes: readonly ProgrammeId[]; readonly persons: readonly (Person | null)[] }

// What the words name comes before what was last spoken of.
function aboutWhat({ heard, focus, session, household, turn }: Scene): About {
  const { answered } = session
  const programmes =
    heard.topic === null
      ? PROGRAMME_IDS.filter((id) => answered?.programmes.includes(id))
      : TOPICS[heard.topic]
  if (focus.persons !== null && focus.persons.length > 0) return { programmes, persons: focus.persons }
  if (heard.topic !== null && household !== null)
    return { programmes, persons: concernedBy(heard.topic, household, turn.today) }
  const persons = (answered?.persons ?? (heard.topic === null ? [] : [''])).flatMap(
    (id): (Person | null)[] =>
      id === '' ? [null] : (household?.persons.filter((person) => person.id === id) ?? []),
  )
  return { programmes, persons }
}

// Of several persons' many programmes, those that concern each: what it gets, or what is open.
function told({ determinations }: Case, several: boolean): readonly Determination[] {
  const telling = determinations.filter(({ outcome }) => outcome !== 'ineligible')
  return telling.length > 0 && several ? telling : determinations
}

// What is so for the same reasons is told together.
function whyLines(subject: Subject, determinations: readonly Determination[]): readonly Line[] {
  const groups = new Map<string, Determination[]>()
  for (const one of determinations) {
    const key = JSON.stringify([one.outcome, reasonsOf(subject, [one])])
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups.values()].flatMap((alike) => whyLine(subject, alike))
}

function whyLine(subject: Subject, alike: readonly Determination[]): readonly Line[] {
  const [first] = alike
  if (first === undefined) return []
  const reasons = alike.flatMap((one) => decidingReasons(one, subject))
  return [
    [intro(subject, alike, reasons), say(`conversation:why.${first.outcome}`), ...reasonsOf(subject, alike)],
  ]
}

// Whoever is in the last year already need not wait for it.
function assumes({ as }: Way['route'], { facts }: Subject): boolean {
  return FACT_NAMES.some((fact) => fact in as && as[fact] !== facts[fact])
}

// The clauses of the reasons, or the programme's own where none is left to tell.
function intro({ who }: Subject, alike: readonly Determination[], reasons: readonly Explained[]): Text {
  const clauses =
    reasons.length > 0 ? reasons.map(({ citation }) => citation) : alike.flatMap(({ citations }) => citations)
  return say('conversation:why.intro', {
    who,
    programme: { list: alike.map(({ programme }) => nameOf(programme)) },
    clause: [...new Set(clauses)].join('、'),
  })
}
