import { TOPICS } from '../../policy/programmes/index.ts'
import { factsOf, type Household, type Person } from '../../register/household.ts'
import type { Intent, Topic, Understanding } from '../../understanding/types.ts'
import { leadsTo } from '../reckoning/ahead.ts'
import { isHeard } from '../hearing/manner/heard.ts'
import { asksMoney, namesFees } from '../hearing/manner/money.ts'
import { particularIn } from '../hearing/manner/particulars.ts'
import { namesAim } from '../hearing/manner/schooling.ts'
import { meansAll, pointsBack } from '../hearing/manner/whom.ts'
import { concernedBy, topicsAt } from './people.ts'
import { type Meant, personsMeant } from './persons-meant.ts'
import type { Focus } from '../scene.ts'
import type { Session } from '../session/session.ts'
import { toldOf } from '../session/told.ts'

/** `asked`: the persons, by id, whom an answer to "which of them" meant; null where nobody was asked about. */
type Around = { readonly today: string; readonly asked: readonly string[] | null }

/** What a message is about: what its words name, and what it carries on from the talk before. */
export function focusOf(
  heard: Understanding,
  text: string,
  session: Session,
  household: Household | null,
  { today, asked }: Around,
): Focus {
  const { stage } = heard
  const found = household === null ? null : whom(household, heard, text, session.person, { today, asked })
  const meant = found?.persons ?? null
  const isAll = meant === null && meansAll(heard, text)
  // Where he may go is not who he is: 他考不上大学咋办.
  const isHe = (stage === null || namesAim(heard, text)) && pointsBack(text)
  const persons =
    meant ?? ((leans(heard) && stage === null && !isAll) || isHe ? lastMeant(session, household) : null)
  const to = { stage, persons, household, today }
  const named = yieldsTopic(heard, text, session, to) ? null : topicHeard(heard, to)
  const topic = named ?? (carries(heard) && !isAll ? carriedOn(text, session, to) : null)
  return {
    topic,
    stage,
    persons,
    isAll,
    isNamed: named !== null || stage !== null || meant !== null || (isHe && persons !== null),
    ...(found?.isOne === true && found.persons.length > 1 ? { isOneOf: true } : {}),
    ...(found?.isBySchool === true ? { isBySchool: true } : {}),
  }
}

// 她要交多少学费: of what was spoken of, where no word names another school.
function yieldsTopic(heard: Understanding, text: string, session: Session, to: Carrying): boolean {
  const isOfFees = asksMoney(text) && (heard.said.topicUnnamed === true || namesFees(text))
  // 名额多少: of whatever was spoken of.
  const isParticular = !namesTopic(heard) && particularIn(text) !== null
  if (!isOfFees && !isParticular) return false
  return session.topic === null ? session.about === 'routes' : carriedOn(text, session, to) !== null
}

/** The topic that words name; one that is only guessed is none of whoever it cannot concern. */
export function topicHeard(heard: Understanding, to: Carrying): Topic | null {
  return namesTopic(heard) || to.persons === null ? heard.topic : carried(heard.topic, to)
}

/** Whether the topic heard is one that words name, not merely the likeliest. */
export function namesTopic(heard: Understanding): boolean {
  return isHeard(heard) && heard.said.topicNamed === true
}

function whom(
  household: Household,
  heard: Understanding,
  text: string,
  lastMeant: string | null,
  { today, asked }: Around,
): Meant | null {
  if (asked === null) return personsMeant(household, { heard, text, today, lastMeant })
  return { persons: household.persons.filter(({ id }) => asked.includes(id)), isOne: false }
}

// These are about something: where they do not say what, it is what was spoken of.
const CARRYING: ReadonlySet<Intent> = new Set(['ask-programme', 'ask-how', 'ask-why', 'ask-status'])

function carries(heard: Understanding): boolean {
  return heard.said.followUp === true || CARRYING.has(heard.intent)
}

// What is spared is no matter of a loan: who goes on from a loan to the fees asks about the school.
function carriedOn(text: string, session: Session, to: Carrying): Topic | null {
  if (session.topic !== 'loan' || !FEES.test(text)) return carried(session.topic, to)
  const [person] = to.persons ?? []
  const stage =
    person?.stage ?? (to.household === null ? toldOf(session, '').facts['person.stage'] : null) ?? null
  // Of the schools that a loan is for, one alone has fees that the plan spares.
  if (stage === null) return to.household === null ? 'higher-vocational' : null
  return topicsAt(stage).find((topic) => topic !== 'loan') ?? session.topic
}

const FEES = /学费|书费|书本费|免|སློབ་ཡོན|ཆག་ཡང/u

function leans(heard: Understanding): boolean {
  return heard.said.followUp === true || (carries(heard) && heard.topic === null)
}

function lastMeant({ person }: Session, household: Household | null) {
  const found = household?.persons.filter(({ id }) => id === person) ?? []
  return found.length === 0 ? null : found
}

type Carrying = Pick<Focus, 'stage' | 'persons'> & {
  readonly household: Household | null
  readonly today: string
}

/** A topic is carried on only to whom it can concern. */
export function carried(topic: Topic | null, to: Carrying): Topic | null {
  if (topic === null) return null
  if (to.stage !== null) return topicsAt(to.stage).includes(topic) ? topic : null
  if (to.persons === null || to.household === null) return topic
  const concerned = concernedBy(topic, to.household, to.today)
  const { household, today } = to
  const isFor = (person: Person) =>
    concerned.some(({ id }) => id === person.id) ||
    TOPICS[topic].some((programme) => leadsTo(programme, factsOf(household, person, today), today))
  return to.persons.some(isFor) ? topic : null
}
