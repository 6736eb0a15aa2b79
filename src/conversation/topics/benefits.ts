import { type ProgrammeId, TOPICS } from '../../policy/programmes/index.ts'
import type { Stage } from '../../policy/facts.ts'
import type { Household, Person } from '../../register/household.ts'
import type { Topic } from '../../understanding/types.ts'
import { type Answer, answered, askAbout, caseOf, replyAsking } from '../answer.ts'
import { benefitText, byWeight, nameOf } from '../benefits.ts'
import { answerLines, type Case, numbered, refusedLines, standingLines, unique } from '../explain.ts'
import { topicsAt, topicsOf, youngFirst } from '../people.ts'
import { askFact } from '../questions.ts'
import { decidingReasons } from '../reasons.ts'
import { type Line, type Param, say } from '../reply.ts'
import { factsFor, officeFor, type Scene, SOMEONE, subjectFor } from '../scene.ts'

type PersonCase = Case & { readonly person: Person }

/** All that a family qualifies for, person by person, the weightiest first; a stranger is asked where the child studies. */
export function answerBenefits(scene: Scene): Answer {
  if (scene.household === null) return answerStranger(scene)
  if (scene.focus.persons?.length === 0)
    return { reply: { lines: [[say('conversation:none.person')]], span: 'one' } }
  const cases = casesOf(scene, scene.household)
  if (cases.length === 0) return nobody(scene)
  const ask =
    cases
      .map(({ person, determinations }) =>
        askAbout(
          scene,
          person,
          determinations.map(({ programme }) => programme),
        ),
      )
      .find((one) => one !== null) ?? null
  return {
    reply: replyAsking(
      [...summaryLines(cases), ...standingLines(cases)],
      ask,
      cases.length > 1 ? 'many' : 'one',
    ),
    remember: {
      about: 'benefits',
      topic: null,
      person:
        cases.length === 1
          ? (cases[0]?.person.id ?? null)
          : ask?.asking.kind === 'fact'
            ? ask.asking.person
            : null,
      asking: ask?.asking ?? null,
      answered: answered(
        cases.filter(({ determinations }) => determinations.length > 0),
        cases.map(({ person }) => person),
      ),
    },
  }
}

function casesOf(scene: Scene, household: Household): readonly PersonCase[] {
  const { focus, turn } = scene
  const all =
    focus.persons ??
    youngFirst(household, turn.today).filter((person) => focus.stage === null || person.stage === focus.stage)
  const cases = all.map((person) => ({
    person,
    ...caseOf(scene, person, programmesOf(topicsOf(person, turn.today))),
  }))
  const telling =
    focus.persons === null ? cases.filter(({ determinations }) => determinations.length > 0) : cases
  return telling.toSorted((one, other) => weight(one) - weight(other))
}

function summaryLines(cases: readonly PersonCase[]): readonly Line[] {
  const given = grouped(cases).flatMap(({ who, stage, determinations }) => {
    const intro =
      stage === null
        ? say('conversation:summary.person.plain', { who })
        : say('conversation:summary.person', { who, stage: say(`policy:stage.${stage}`) })
    return [[intro], ...numbered(byWeight(determinations).map(benefitText))]
  })
  const reasons = unique(
    cases.flatMap(({ subject, determinations }) =>
      eligibleOf(determinations)
        .flatMap((one) => decidingReasons(one, subject))
        .filter(({ fact }) => fact?.startsWith('household.'))
        .map(({ text }) => text),
    ),
  )
  const why: Line[] = reasons.length === 0 ? [] : [[say('conversation:answer.why'), ...reasons]]
  return [
    ...given,
    ...why,
    ...openLines(cases),
    ...(isNothing(cases) ? nothingLines(cases) : refusedLines(cases.map(heldByStandingAlone))),
  ]
}

type Grouped = {
  readonly who: Param
  readonly stage: Stage | null
  readonly determinations: PersonCase['determinations']
}

// Those who are at the same stage and get the same are told of together.
function grouped(cases: readonly PersonCase[]): readonly Grouped[] {
  const groups = new Map<string, PersonCase[]>()
  for (const one of cases) {
    const given = eligibleOf(one.determinations)
    if (given.length === 0) continue
    const key = JSON.stringify([one.person.stage, given.map(benefitText)])
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups.values()].flatMap((alike) => {
    const [first] = alike
    if (first === undefined) return []
    const who =
      alike.length === 1
        ? first.subject.who
        : { list: alike.map(({ person }) => say('conversation:who.named', { name: { name: person.name } })) }
    return [{ who, stage: first.person.stage, determinations: eligibleOf(first.determinations) }]
  })
}

function openLines(cases: readonly PersonCase[]): readonly Line[] {
  return cases.flatMap(({ subject, determinations }) => {
    const open = determinations.filter(({ outcome }) => outcome === 'unknown')
    if (open.length === 0) return []
    return [
      [
        say('conversation:answer.unknown', {
          who: subject.who,
          programmes: { list: open.map(({ programme }) => nameOf(programme)) },
        }),
      ],
    ]
  })
}

function isNothing(cases: readonly PersonCase[]): boolean {
  return cases.every(({ determinations }) => determinations.every(({ outcome }) => outcome === 'ineligible'))
}

function nothingLines(cases: readonly PersonCase[]): readonly Line[] {
  const [one, ...others] = cases
  const intro =
    one !== undefined && others.length === 0
      ? say('conversation:answer.nothing', { who: one.subject.who })
      : say('conversation:summary.none')
  return [[intro], ...refusedLines(cases)]
}

// Of what is refused, only what the household's standing alone stands against: that is what a review could change.
function heldByStandingAlone(one: PersonCase): PersonCase {
  const held = one.determinations.filter(
    (determination) =>
      determination.outcome === 'ineligible' &&
      decidingReasons(determination, one.subject).every(({ fact }) => fact === 'household.registered'),
  )
  return { ...one, determinations: held }
}

function nobody(scene: Scene): Answer {
  const { stage } = scene.focus
  if (stage === null) return { reply: { lines: [[say('conversation:summary.nobody')]], span: 'one' } }
  return {
    reply: {
      lines: [[say('conversation:none.stage', { stage: say(`policy:stage.${stage}`) })]],
      span: 'one',
    },
  }
}

function answerStranger(scene: Scene): Answer {
  const facts = factsFor(scene, null)
  const stage = facts['person.stage'] ?? null
  const programmes = programmesOf(stage === null ? [] : topicsAt(stage))
  const one = caseOf(scene, null, programmes)
  const skipped = stage === null && (scene.session.told[SOMEONE]?.skip.includes('person.stage') ?? false)
  const ask =
    stage === null && !skipped
      ? askFact('person.stage', SOMEONE, subjectFor(scene, null).who)
      : askAbout(scene, null, programmes)
  const verdict: Line[] =
    ask !== null || skipped
      ? []
      : one.determinations.some(({ outcome }) => outcome !== 'ineligible')
        ? [
            ...answerLines([
              {
                ...one,
                determinations: one.determinations.filter(({ outcome }) => outcome !== 'ineligible'),
              },
            ]),
            ...refusedLines([one]),
          ]
        : [[say('conversation:answer.nothing-told', { who: one.subject.who })], ...refusedLines([one])]
  const closing: Line[] =
    verdict.length === 0 ? [] : [[say('conversation:answer.told', { office: officeFor(scene) })]]
  const intro: Line[] =
    scene.resumed && !skipped ? [] : ask === null && !skipped ? [] : [[say('conversation:benefits.general')]]
  return {
    reply: replyAsking([...intro, ...verdict, ...closing], ask, 'one'),
    remember: {
      about: 'benefits',
      topic: null,
      asking: ask?.asking ?? null,
      answered: answered([one], [null]),
    },
  }
}

function programmesOf(topics: readonly Topic[]): readonly ProgrammeId[] {
  return [...new Set(topics.flatMap((topic): readonly ProgrammeId[] => TOPICS[topic]))]
}

function eligibleOf(determinations: Case['determinations']): Case['determinations'] {
  return determinations.filter(({ outcome }) => outcome === 'eligible')
}

function weight({ determinations }: Case): number {
  const [first] = byWeight(eligibleOf(determinations))
  return first === undefined ? 9 : ['waiver', 'grant', 'loan'].indexOf(first.kind) < 0 ? 5 : 0
}
