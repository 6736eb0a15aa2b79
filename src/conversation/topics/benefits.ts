import { ageOn } from '../../policy/age.ts'
import type { Determination } from '../../policy/determine.ts'
import type { FactName } from '../../policy/facts.ts'
import type { Household, Person } from '../../register/household.ts'
import {
  type Answer,
  answered,
  askAbout,
  askedOf,
  askFirst,
  caseOf,
  replyAsking,
  replyEnding,
  speak,
  spokenOf,
} from '../answer.ts'
import { answerLines } from '../words/explain.ts'
import { asksMoney, type MoneyAsked } from '../hearing/manner/money.ts'
import { isQuestion } from '../hearing/manner/questions.ts'
import { laterLines } from '../words/later.ts'
import { refusedLines, standingLines } from '../words/refusals.ts'
import { answerTopic, noMoney } from './eligibility.ts'
import { nobodyFound } from './nobody-found.ts'
import { schoolOpenLines } from './school-open.ts'
import {
  childrenOf,
  isSchoolOpen,
  mayBeConcerned,
  topicsAt,
  topicsAtAge,
  topicsOf,
  youngFirst,
} from '../persons/people.ts'
import { programmesAbout } from '../reckoning/programmes.ts'
import { askFact } from '../asking/questions.ts'
import { restsOnStandingAlone } from '../words/deciding.ts'
import type { Case } from '../words/reasons.ts'
import { type Line, say } from '../words/reply.ts'
import type { Topic } from '../../understanding/types.ts'
import { factsFor, officeFor, type Scene, skippedFor, SOMEONE, whoFor } from '../scene.ts'
import { moneyAskedIn } from '../money-asked.ts'
import { settledIn } from '../settled.ts'
import { silenceFirst } from './silences.ts'
import { toldChanges } from '../telling.ts'

/** All that a family qualifies for, person by person; a stranger is asked where the child studies. */
export function answerBenefits(scene: Scene): Answer {
  return scene.household === null ? answerStranger(scene) : answerHousehold(scene, scene.household)
}

function answerHousehold(scene: Scene, household: Household): Answer {
  const { focus, turn } = scene
  if (focus.persons?.length === 0) return speak(...nobodyFound(household, turn.today))
  const { person, childrenCount } = scene.heard.said
  const children = childrenOf(household, turn.today)
  const isOfChildren = person?.relation === 'child' || childrenCount !== undefined
  const family = isOfChildren && children.length > 0 ? children : youngFirst(household, turn.today)
  const all = focus.persons ?? family.filter(({ stage }) => focus.stage === null || stage === focus.stage)
  const persons = focus.persons ?? all.filter((person) => mayBeConcerned(person, turn.today))
  const [topic] = focus.stage === null ? [] : topicsAt(focus.stage)
  if (persons.length === 0)
    return topic === undefined
      ? speak(...silenceFirst(scene, null, [], nobody(scene, household)))
      : answerTopic(scene, topic)
  const programmes = (person: Person) =>
    programmesAbout(topicsOf(person, turn.today), factsFor(scene, person))
  const cases = persons.map((person) => caseOf(scene, person, programmes(person)))
  const asked = askFirst(scene, persons, cases)
  const ask = asked?.ask ?? null
  const isOpen = (person: Person | undefined) => person !== undefined && isSchoolOpen(person, turn.today)
  const settled = cases.filter((_, at) => !isOpen(persons[at]))
  const told = [
    ...benefitLines(settled, false, askedOf(ask), moneyAskedIn(scene)),
    ...nothingLine(scene, settled),
  ]
  const open = schoolOpenLines(scene, persons.filter(isOpen), ask)
  return {
    reply: replyAsking(
      moneyFirst(scene, persons, settled.some(isEligible) ? [...told, ...open] : [...open, ...told]),
      ask,
      persons.length > 1 ? 'many' : 'one',
    ),
    remember: {
      about: 'benefits',
      topic: null,
      person: spokenOf(persons, asked?.person),
      asking: ask?.asking ?? null,
      answered: answered(cases.some(isGiven) ? worthTelling(cases, moneyAskedIn(scene)) : cases, persons),
    },
    changes: toldChanges(scene, cases, persons),
    determinations: settledIn(cases),
  }
}

// Of what is refused, only what the household's standing alone stands against is told: that is what a review could change.
/** What persons get of all that concerns them; where that is nothing, why. */
export function benefitLines(
  cases: readonly Case[],
  isTold: boolean,
  asked: FactName | null,
  of: MoneyAsked,
): readonly Line[] {
  if (cases.some(({ determinations }) => determinations.some(({ outcome }) => outcome !== 'ineligible')))
    return answerLines(worthTelling(cases, of), asked, of)
  const [one, ...others] = cases
  if (one === undefined) return []
  const { who } = one.subject
  const nothing = isTold
    ? say('conversation:answer.nothing-told', { who })
    : others.length === 0
      ? say('conversation:answer.nothing', { who })
      : say('conversation:summary.none')
  const told = new Set<string>()
  return [[nothing], ...laterLines(cases, told), ...refusedLines(cases, told), ...standingLines(cases)]
}

function isEligible({ determinations }: Case): boolean {
  return determinations.some(({ outcome }) => outcome === 'eligible')
}

// Of whom nothing is open, why each is closed may be asked.
function isGiven(one: Case): boolean {
  return one.determinations.some(isWorth)
}

// What is asked for by name is told, too, where nobody has it.
function worthTelling(cases: readonly Case[], { named }: Pick<MoneyAsked, 'named'>): readonly Case[] {
  const isHeld = cases.some(({ determinations }) =>
    determinations.some((one) => one.kind === named && one.outcome !== 'ineligible'),
  )
  return cases.map(({ subject, determinations }) => ({
    subject,
    determinations: determinations.filter((one) => isWorth(one) || (one.kind === named && !isHeld)),
    later: [],
  }))
}

function isWorth(one: Determination): boolean {
  return one.outcome !== 'ineligible' || restsOnStandingAlone(one)
}

// Who asks for money of pupils to whom the plan gives none is not to read "yes".
function moneyFirst(scene: Scene, persons: readonly Person[], lines: readonly Line[]): readonly Line[] {
  const { text } = scene.turn.message
  const isOfPupils = persons.every(({ stage }) => stage === 'primary' || stage === 'junior')
  if (isOfPupils && asksMoney(text) && isQuestion(text)) return noMoney(lines)
  return silenceFirst(scene, null, persons, lines)
}

// Who asks of all the children by their number hears of those, too, for whom there is nothing now.
function nothingLine({ heard, focus }: Scene, cases: readonly Case[]): readonly Line[] {
  const without = cases.filter((one) => !isGiven(one))
  const isOfAll = focus.persons === null && (heard.said.childrenCount ?? 0) > 1
  if (!isOfAll || without.length === 0 || without.length === cases.length) return []
  const who = { list: without.map(({ subject }) => say('conversation:who.named', { name: subject.who })) }
  return [[say('conversation:answer.nothing', { who })]]
}

// Where no child is concerned, a grown-up still may be.
function nobody({ focus, turn }: Scene, household: Household): readonly Line[] {
  if (focus.stage !== null)
    return [[say('conversation:none.stage', { stage: say(`policy:stage.${focus.stage}`) })]]
  const isAnybody = household.persons.some((person) => mayBeConcerned(person, turn.today))
  return isAnybody ? nobodyFound(household, turn.today) : [[say('conversation:summary.nobody')]]
}

function answerStranger(scene: Scene): Answer {
  const stage = factsFor(scene, null)['person.stage'] ?? null
  const work = factsFor(scene, null)['person.occupation'] ?? null
  const own = work === null ? undefined : TOPIC_OF_WORK[work]
  if (stage === null && own !== undefined) return answerTopic(scene, own)
  const general = silenceFirst(scene, null, [], [[say('conversation:benefits.general')]])
  if (stage === null && !skippedFor(scene, null).includes('person.stage')) {
    const ask = askFact('person.stage', SOMEONE, whoFor(scene, null))
    return {
      reply: replyAsking(general, ask, 'one'),
      remember: { about: 'benefits', topic: null, asking: ask.asking },
    }
  }
  // Where nobody can say the school, an age still tells what it may be.
  const topics = stage === null ? topicsAged(scene) : topicsAt(stage)
  if (topics.length === 0) return answerOpen(scene, general)
  const programmes = programmesAbout(topics, factsFor(scene, null))
  const answer = caseOf(scene, null, programmes)
  const ask = askAbout(scene, null, answer)
  const remember: Answer['remember'] = {
    about: 'benefits',
    topic: null,
    asking: ask?.asking ?? null,
    answered: answered(worthTelling([answer], moneyAskedIn(scene)), [null]),
  }
  const determinations = settledIn([answer])
  if (ask !== null)
    return { reply: replyAsking(scene.resumed ? [] : general, ask, 'one'), remember, determinations }
  return {
    reply: replyEnding(
      benefitLines([answer], true, null, moneyAskedIn(scene)),
      [[say('conversation:answer.told', { office: officeFor(scene) })]],
      'one',
    ),
    remember,
    determinations,
  }
}

// What somebody works as is what concerns them, where no school is told of.
const TOPIC_OF_WORK: Readonly<Partial<Record<string, Topic>>> = {
  'rural-teacher': 'teacher',
  'retired-teacher': 'teacher',
  'village-doctor': 'medical',
}

function topicsAged(scene: Scene): readonly Topic[] {
  const born = factsFor(scene, null)['person.birthDate'] ?? null
  return born === null ? [] : topicsAtAge(ageOn(born, scene.turn.today))
}

// Nothing can be told: because of what, and who can tell.
function answerOpen(scene: Scene, general: readonly Line[]): Answer {
  const who = whoFor(scene, null)
  return {
    reply: replyEnding(
      [[say('conversation:benefits.open', { who })], ...general],
      [[say('conversation:status.whom', { office: officeFor(scene) })]],
      'one',
    ),
    remember: { about: 'benefits', topic: null, asking: null },
  }
}
