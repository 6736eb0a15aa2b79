import type { Determination } from '../policy/determine.ts'
import type { Stage } from '../policy/facts.ts'
import type { ProgrammeId } from '../policy/programmes/index.ts'
import { benefitText, byWeight, isMoney, nameOf } from './benefits.ts'
import { decidingReasons, type Explained, type Subject } from './reasons.ts'
import { type Line, say, type Text } from './reply.ts'

/** What was determined of one person, and the words for who it is. */
export type Case = { readonly subject: Subject; readonly determinations: readonly Determination[] }

/**
 * The answer for one or several persons, most important first: what spares or brings each of them money, why, and what to
 * do next; what else they get; and what they do not get, and why not. A refusal leads where no money is left to hope for:
 * who asks what it costs is not to read "yes" because of something else.
 */
export function answerLines(cases: readonly Case[]): readonly Line[] {
  const told = new Set<string>()
  const money = cases.map((one) => only(one, isMoney))
  const others = cases.map((one) => only(one, (determination) => !isMoney(determination)))
  const refused = () => [...refusedLines(cases, told), ...standingLines(cases)]
  const leading = [...grantedLines(money, told), ...openLines(money, told)]
  if (leading.length === 0 && money.some(({ determinations }) => determinations.length > 0)) {
    return [...refused(), ...grantedLines(others, told), ...openLines(others, told)]
  }
  const granted = [...leading, ...grantedLines(others, told), ...openLines(others, told)]
  return [...(isGranted(cases[0]) ? yesFirst(granted) : granted), ...nextLine(cases), ...refused()]
}

/** Why not, for what a person does not get: programmes that fail for the same reasons are told together, a reason once. */
export function refusedLines(cases: readonly Case[], told = new Set<string>()): readonly Line[] {
  return cases.flatMap(({ subject, determinations }) =>
    groupsByReason(
      subject,
      determinations.filter(({ outcome }) => outcome === 'ineligible'),
    ).map(({ programmes, reasons, hopes }) => [
      say('conversation:answer.no', { who: subject.who, programmes: { list: programmes } }),
      ...news(reasons, told),
      ...hopes,
    ]),
  )
}

/** The sentences for why each of these determinations is as it is, each once. */
export function reasonsOf(subject: Subject, determinations: readonly Determination[]): readonly Text[] {
  return news(
    determinations.flatMap((determination) =>
      decidingReasons(determination, subject).map(({ text }) => text),
    ),
    new Set(),
  )
}

function grantedLines(cases: readonly Case[], told: Set<string>): readonly Line[] {
  const given = alike(cases.map((one) => only(one, isEligible))).flatMap(({ who, benefits }) => [
    [say(`conversation:answer.${isKnown(who, told) ? 'also' : 'gets'}`, { who })],
    ...numbered(benefits),
  ])
  // Of several persons the shared reasons are enough: each one's own are told when asked why.
  const isShared = ({ fact }: Explained) =>
    cases.length === 1 || fact === null || fact.startsWith('household.')
  const reasons = cases.flatMap(({ subject, determinations }) =>
    determinations.filter(isEligible).flatMap((one) =>
      decidingReasons(one, subject)
        .filter(isShared)
        .map(({ text }) => text),
    ),
  )
  const why = news(reasons, told)
  return [...given, ...(why.length === 0 ? [] : [[say('conversation:answer.why'), ...why]])]
}

// Those who get the same are told of together.
function alike(cases: readonly Case[]) {
  const groups = new Map<string, { readonly whos: Subject['who'][]; readonly benefits: readonly Text[] }>()
  for (const { subject, determinations } of cases) {
    const benefits = byWeight(determinations).map(benefitText)
    if (benefits.length === 0) continue
    const key = JSON.stringify(benefits)
    const group = groups.get(key) ?? { whos: [], benefits }
    group.whos.push(subject.who)
    groups.set(key, group)
  }
  return [...groups.values()].map(({ whos, benefits }) => ({
    who: { list: whos.map((name) => say('conversation:who.named', { name })) },
    benefits,
  }))
}

function numbered(texts: readonly Text[]): readonly Line[] {
  if (texts.length === 1) return [texts]
  return texts.map((text, index) => [say('conversation:item', { number: index + 1, text })])
}

function openLines(cases: readonly Case[], told: Set<string>): readonly Line[] {
  return cases.flatMap(({ subject, determinations }) => {
    const open = determinations.filter(({ outcome }) => outcome === 'unknown')
    if (open.length === 0) return []
    const programmes = { list: open.map(({ programme }) => nameOf(programme)) }
    const hopes = open.filter(isMoney).map((one) => say('conversation:answer.if', { text: benefitText(one) }))
    return [
      [
        say('conversation:answer.unknown', { who: subject.who, programmes }),
        ...news(reasonsOf(subject, open), told),
      ],
      ...(hopes.length === 0 ? [] : [hopes]),
    ]
  })
}

function nextLine(cases: readonly Case[]): readonly Line[] {
  const [first] = cases
  const granted = cases.flatMap(({ determinations }) => determinations.filter(isEligible))
  if (first === undefined || granted.length === 0) return []
  const priority: Line = granted.some((one) => one.priority === true)
    ? [say('conversation:answer.priority')]
    : []
  return [
    [say('conversation:answer.next', { office: first.subject.office })],
    ...(priority.length === 0 ? [] : [priority]),
  ]
}

// What a household that does not count is told beside the reasons: how to have the record looked at, and what holds all the same.
function standingLines(cases: readonly Case[]): readonly Line[] {
  const all = cases.flatMap(({ determinations }) => determinations)
  const held = all.some(
    ({ outcome, reasons }) =>
      outcome === 'ineligible' &&
      reasons.some(({ condition, value }) => condition === 'registered' && value === false),
  )
  if (!held || cases.every(({ subject }) => subject.standing === null)) return []
  const still = all.some(isEligible) ? [say('conversation:standing.still')] : []
  return [[say('conversation:standing.review', { missing: say('conversation:word.missing') }), ...still]]
}

type Group = { readonly programmes: Text[]; readonly reasons: readonly Text[]; readonly hopes: Text[] }

function groupsByReason(subject: Subject, determinations: readonly Determination[]): readonly Group[] {
  const groups = new Map<string, Group>()
  for (const determination of determinations) {
    const reasons = reasonsOf(subject, [determination])
    const key = JSON.stringify(reasons)
    const group = groups.get(key) ?? { programmes: [], reasons, hopes: [] }
    group.programmes.push(nameOf(determination.programme))
    if (isMoney(determination) && isAhead(determination, subject))
      group.hopes.push(say('conversation:answer.if', { text: benefitText(determination) }))
    groups.set(key, group)
  }
  return [...groups.values()]
}

// Refused today for the stage alone, by someone whose schooling still leads there.
function isAhead({ programme, reasons }: Determination, { facts }: Subject): boolean {
  const stage = facts['person.stage']
  if (stage == null || reasons.some(({ condition, value }) => value !== true && condition !== 'stage'))
    return false
  return (LEADING_TO[stage] ?? []).includes(programme)
}

const LEADING_TO: Readonly<Partial<Record<Stage, readonly ProgrammeId[]>>> = {
  junior: ['secondary-vocational-tuition-waiver', 'secondary-vocational-grant'],
  senior: ['higher-vocational-fee-waiver', 'origin-student-loan'],
  'secondary-vocational': ['higher-vocational-fee-waiver', 'origin-student-loan'],
}

function yesFirst(lines: readonly Line[]): readonly Line[] {
  const [first, ...rest] = lines
  return first === undefined ? [] : [[say('conversation:answer.yes'), ...first], ...rest]
}

function isGranted(one: Case | undefined): boolean {
  if (one === undefined) return false
  const money = one.determinations.filter(isMoney)
  return (money.length > 0 ? money : one.determinations).some(isEligible)
}

function only({ subject, determinations }: Case, wanted: (determination: Determination) => boolean): Case {
  return { subject, determinations: determinations.filter(wanted) }
}

function isEligible({ outcome }: Determination): boolean {
  return outcome === 'eligible'
}

// Whether this person was told of something before.
function isKnown(who: Subject['who'], told: Set<string>): boolean {
  return news([say('conversation:answer.gets', { who })], told).length === 0
}

function news(texts: readonly Text[], told: Set<string>): readonly Text[] {
  return texts.filter((text) => {
    const key = JSON.stringify(text)
    if (told.has(key)) return false
    told.add(key)
    return true
  })
}
