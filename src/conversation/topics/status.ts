import type { Determination } from '../../policy/determine.ts'
import { type ProgrammeId, TOPICS } from '../../policy/programmes/index.ts'
import { schoolYearOf } from '../../policy/school-year.ts'
import type { Household, Person } from '../../register/household.ts'
import type { LedgerEntry } from '../../register/ledger-entry.ts'
import { type Answer, caseOf, speak } from '../answer.ts'
import { isMoney, nameOf } from '../words/benefits.ts'
import type { CaseKind } from '../case.ts'
import { ledgerLine, caseFor } from '../words/ledger-lines.ts'
import { topicsOf, youngFirst } from '../persons/people.ts'
import { asksPayday, saysUnreceived } from '../hearing/manner/money.ts'
import { pastYearAsked } from '../hearing/manner/years.ts'
import { programmesAbout } from '../reckoning/programmes.ts'
import { type Line, say } from '../words/reply.ts'
import type { Case } from '../words/reasons.ts'
import { factsFor, isUnconfirmed, officeFor, type Scene, whoFor } from '../scene.ts'
import { toldChanges } from '../telling.ts'
import { offerCase } from './cases.ts'
import { nobodyFound } from './nobody-found.ts'

/**
 * Whether it was granted or paid, for each person and programme meant. What is not recorded is told as not recorded, never
 * as a no; who was refused or waits too long is offered that somebody look into it. Nobody is told of another's record.
 */
export function answerStatus(scene: Scene): Answer {
  const { focus, household } = scene
  if (household !== null && focus.persons?.length === 0)
    return speak(...nobodyFound(household, scene.turn.today))
  const past = pastYearAsked(scene.turn.message.text, scene.turn.today)
  const persons = household === null ? [] : personsMeant(scene, household)
  const found = persons.map((person) => statusOf(scene, person, past))
  const recorded = found.flatMap((one) => one.recorded)
  const unrecorded = found.flatMap((one) => one.unrecorded)
  const year = schoolYearOf(scene.turn.today)
  const isDisputed = saysUnreceived(scene.turn.message.text) && recorded.some(({ isPaid }) => isPaid)
  const lines: readonly Line[] = [
    ...(isDisputed ? [[say('conversation:status.disputed')]] : []),
    ...(past === null ? paydayLine(scene, persons) : []),
    // Foremost what somebody should look into.
    ...recorded.filter(({ looking }) => looking !== null).map(({ line }) => line),
    ...recorded.filter(({ looking }) => looking === null).map(({ line }) => line),
    ...(unrecorded.length === 0 ? [] : [[say('conversation:status.no-record', { year })]]),
    ...unrecorded,
  ]
  if (lines.length === 0) return answerNothing(scene, past)
  const { topic } = focus
  const hows: readonly Line[] = found.some(({ qualifies }) => qualifies.determinations.length > 0)
    ? [[say('conversation:status.how', { how: say('conversation:word.how') })]]
    : []
  const span = recorded.length + unrecorded.length > 1 ? 'many' : 'one'
  const changes = toldChanges(
    scene,
    found.map((one) => one.qualifies),
    persons,
  )
  const caseKind = kindToOffer(recorded, isDisputed)
  if (caseKind === null) {
    const offer: Line = [say('conversation:status.offer', { person: say('conversation:word.person') })]
    return {
      reply: { lines: [...lines, ...hows, offer], span },
      remember: { about: 'status', topic, asking: null },
      changes,
    }
  }
  const offered = offerCase(scene, caseKind)
  return {
    reply: { ...offered.reply, lines: [...lines, ...hows], span },
    remember: { about: 'status', topic, ...offered.remember },
    changes,
  }
}

// Of what was paid the day is told; of what was not, nobody wrote one.
function paydayLine({ household, turn }: Scene, persons: readonly Person[]): readonly Line[] {
  const own = household?.ledger.filter(({ person }) => persons.some(({ id }) => id === person)) ?? []
  const isSettled = own.length > 0 && own.every(({ state }) => state === 'paid' || state === 'refused')
  return asksPayday(turn.message.text) && !isSettled ? [[say('conversation:status.when')]] : []
}

// Who was refused may have it reviewed, who waits too long or has not got what was paid have it looked into; for both at
// once staff are asked.
function kindToOffer(recorded: Status['recorded'], isDisputed: boolean): CaseKind | null {
  const found = recorded.flatMap(({ looking }) => looking ?? [])
  const kinds = new Set<CaseKind>(isDisputed ? [...found, 'late'] : found)
  const [kind] = kinds
  if (kind === undefined) return null
  return kinds.size > 1 ? 'person' : kind
}

function answerNothing(scene: Scene, past: number | null): Answer {
  const { household } = scene
  const isOfAnother = past !== null && household !== null
  return {
    ...speak(
      [
        isOfAnother
          ? say('conversation:status.none-of-year', { year: past })
          : say('conversation:status.none'),
      ],
      [say('conversation:status.whom', { office: officeFor(scene) })],
      [say('conversation:status.offer', { person: say('conversation:word.person') })],
    ),
    remember: { about: 'status', topic: scene.focus.topic },
  }
}

function personsMeant({ focus, turn }: Scene, household: Household): readonly Person[] {
  return focus.persons ?? youngFirst(household, turn.today)
}

/** `looking`: as what somebody should look into it; null where nobody need. */
type Recorded = { readonly line: Line; readonly looking: CaseKind | null; readonly isPaid: boolean }

type Status = {
  readonly recorded: readonly Recorded[]
  readonly unrecorded: readonly Line[]
  /** What can be applied for, and nothing shows that it was. */
  readonly qualifies: Case
}

function statusOf(scene: Scene, person: Person, past: number | null): Status {
  const { today } = scene.turn
  const who = whoFor(scene, person)
  const year = schoolYearOf(today)
  const entries = newestOf(scene, person, past)
  if (past !== null) return ofPast(scene, person, entries)
  const current = new Set(entries.filter(({ schoolYear }) => schoolYear >= year).map((one) => one.programme))
  const whole = caseOf(scene, person, programmesOf(scene, person))
  const open = openOf(scene, whole).filter(({ programme }) => !current.has(programme))
  const isOld = isUnconfirmed(scene, person)
  const sure = isOld ? [] : open.filter(({ outcome }) => outcome === 'eligible')
  const unsure = scene.focus.topic === null ? [] : open.filter((one) => !sure.includes(one))
  return {
    recorded: recordedIn(scene, person, entries),
    unrecorded: [
      ...(sure.length === 0
        ? []
        : [[say('conversation:status.qualifies', { who, programmes: namesOf(sure) })]]),
      ...(unsure.length === 0
        ? []
        : [[say('conversation:answer.unknown', { who, programmes: namesOf(unsure) })]]),
    ],
    qualifies: { ...whole, determinations: sure },
  }
}

// Of a year that is past nothing is to be applied for any more.
function ofPast(scene: Scene, person: Person, entries: readonly LedgerEntry[]): Status {
  return {
    recorded: recordedIn(scene, person, entries),
    unrecorded: [],
    qualifies: caseOf(scene, person, []),
  }
}

function recordedIn(scene: Scene, person: Person, entries: readonly LedgerEntry[]): Status['recorded'] {
  const { today } = scene.turn
  const who = whoFor(scene, person)
  return entries.map((entry) => ({
    line: ledgerLine(entry, who, today),
    looking: caseFor(entry, today),
    isPaid: entry.state === 'paid',
  }))
}

// Of each programme the newest school year (or the one that is asked for) in which more is recorded than that the family was told.
function newestOf({ household, focus }: Scene, person: Person, past: number | null): readonly LedgerEntry[] {
  const about: readonly ProgrammeId[] | null = focus.topic === null ? null : TOPICS[focus.topic]
  const newest = new Map<ProgrammeId, LedgerEntry>()
  for (const entry of household?.ledger ?? []) {
    if (entry.person !== person.id || entry.state === 'told') continue
    if (about !== null && !about.includes(entry.programme)) continue
    if (past !== null && entry.schoolYear !== past) continue
    const known = newest.get(entry.programme)
    if (known === undefined || known.schoolYear < entry.schoolYear) newest.set(entry.programme, entry)
  }
  return [...newest.values()].toSorted((one, other) => other.schoolYear - one.schoolYear)
}

function programmesOf(scene: Scene, person: Person): readonly ProgrammeId[] {
  const { focus, turn } = scene
  const own = topicsOf(person, turn.today)
  const topics = focus.topic === null ? own : own.filter((topic) => topic === focus.topic)
  return programmesAbout(topics, factsFor(scene, person))
}

// What the person qualifies for or may: money alone where nothing is named, or where there is any.
function openOf({ focus }: Scene, { determinations }: Case): readonly Determination[] {
  const open = determinations.filter(({ outcome, kind }) => outcome !== 'ineligible' && kind !== 'commitment')
  const money = open.filter(isMoney)
  return focus.topic === null || money.length > 0 ? money : open
}

function namesOf(determinations: readonly Determination[]) {
  return { list: determinations.map(({ programme }) => nameOf(programme)) }
}
