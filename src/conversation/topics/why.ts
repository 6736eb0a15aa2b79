import { PROGRAMME_IDS, type ProgrammeId, TOPICS } from '../../policy/programmes/index.ts'
import type { Determination } from '../../policy/determine.ts'
import type { Person } from '../../register/household.ts'
import { type Answer, caseOf, speak } from '../answer.ts'
import { nameOf } from '../benefits.ts'
import { isOfAllChildren } from '../children-told.ts'
import { scenesByChild } from './children.ts'
import { concernedBy, topicsAt, topicsOf } from '../people.ts'
import { type Case, decidingReasons, reasonsOf } from '../reasons.ts'
import { type Line, say } from '../reply.ts'
import { factsFor, type Scene } from '../scene.ts'
import { settledIn } from '../settled.ts'
import { toldChanges } from '../telling.ts'
import { answerStanding } from './standing.ts'

/** Why the last answer was what it was: each programme's deciding conditions, with their clauses. */
export function answerWhy(scene: Scene): Answer {
  const about = aboutWhat(scene)
  if (about.programmes.length === 0 || about.persons.length === 0) return whyNothing(scene)
  const cases = isOfAllChildren(scene.session)
    ? scenesByChild(scene).map((one) => caseOf(one, null, programmesAt(one, about)))
    : about.persons.map((person) => caseOf(scene, person, programmesFor(scene, person, about)))
  const lines = cases.flatMap((one) =>
    told(one, cases.length > 1).flatMap((determination) => whyLines(one, determination)),
  )
  return {
    reply: { lines, span: cases.length > 1 ? 'many' : 'one' },
    remember: { asking: null },
    changes: toldChanges(scene, cases, about.persons),
    determinations: settledIn(cases),
  }
}

// 为啥没有我们家: with nothing asked before, why a family is left out is a matter of how it stands.
function whyNothing(scene: Scene): Answer {
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

function whyLines({ subject }: Case, determination: Determination): readonly Line[] {
  const reasons = decidingReasons(determination, subject)
  const clauses = [...new Set(reasons.map(({ citation }) => citation))].join('、')
  return [
    [
      say('conversation:why.intro', {
        who: subject.who,
        programme: nameOf(determination.programme),
        clause: clauses,
      }),
      say(`conversation:why.${determination.outcome}`),
      ...reasonsOf(subject, [determination]),
    ],
  ]
}
