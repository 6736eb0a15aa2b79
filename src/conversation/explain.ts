import type { Determination } from '../policy/determine.ts'
import { benefitText, byWeight, nameOf } from './benefits.ts'
import { decidingReasons, type Subject } from './reasons.ts'
import { type Line, say, type Text } from './reply.ts'

/** What was determined of one person, and the words for who it is. */
export type Case = { readonly subject: Subject; readonly determinations: readonly Determination[] }

/**
 * The answer for one or several persons, most important first: what spares or brings each of them money, why, and what to
 * do next; then what else they get; then what is open and what is missing; then what is not given, and why not.
 */
export function answerLines(cases: readonly Case[]): readonly Line[] {
  const told = new Set<string>()
  const refused = [...refusedLines(cases), ...standingLines(cases)]
  const money = grantedLines(
    cases.map((one) => only(one, isMoney)),
    told,
  )
  const others = grantedLines(
    cases.map((one) => only(one, (determination) => !isMoney(determination))),
    told,
  )
  const open = cases.flatMap(openLines)
  const [first] = cases
  const next: Line[] =
    first === undefined || money.length + others.length === 0
      ? []
      : [[say('conversation:answer.next', { office: first.subject.office })]]
  const granted = [
    ...money,
    ...(money.length > 0 ? next : []),
    ...others,
    ...(money.length > 0 ? [] : next),
    ...priorityLine(cases),
  ]
  // Who asks what it costs is not to read "yes" because of something else.
  return isMoneyRefused(cases)
    ? [...refused, ...granted, ...open]
    : [...yesFirst(granted), ...open, ...refused]
}

function grantedLines(cases: readonly Case[], told: Set<string>): readonly Line[] {
  const given = cases.flatMap(({ subject, determinations }) => givenLines(subject, eligible(determinations)))
  const reasons = cases
    .flatMap(({ subject, determinations }) => reasonsOf(subject, eligible(determinations)))
    .filter((reason) => isNew(told, reason))
  return [...given, ...(reasons.length === 0 ? [] : [[say('conversation:answer.why'), ...reasons]])]
}

function yesFirst(lines: readonly Line[]): readonly Line[] {
  const [first, ...rest] = lines
  return first === undefined ? [] : [[say('conversation:answer.yes'), ...first], ...rest]
}

function only({ subject, determinations }: Case, wanted: (determination: Determination) => boolean): Case {
  return { subject, determinations: determinations.filter(wanted) }
}

function isMoneyRefused(cases: readonly Case[]): boolean {
  const money = cases.flatMap(({ determinations }) => determinations).filter(isMoney)
  return money.length > 0 && money.every(({ outcome }) => outcome === 'ineligible')
}

function isMoney({ kind }: Determination): boolean {
  return kind === 'waiver' || kind === 'grant' || kind === 'loan'
}

/** What a household that does not count is told beside the reasons: what holds all the same, and how to have the record looked at. */
export function standingLines(cases: readonly Case[]): readonly Line[] {
  const all = cases.flatMap(({ determinations }) => determinations)
  const held = all.some(
    ({ outcome, reasons }) =>
      outcome === 'ineligible' &&
      reasons.some(({ condition, value }) => condition === 'registered' && value === false),
  )
  if (!held || cases.every(({ subject }) => subject.standing === null)) return []
  const still = all.some(({ outcome }) => outcome === 'eligible') ? [say('conversation:standing.still')] : []
  return [[say('conversation:standing.review', { missing: say('conversation:word.missing') }), ...still]]
}

/** Why not, for what a person does not get: programmes that fail for the same reasons are told together. */
export function refusedLines(cases: readonly Case[]): readonly Line[] {
  const told = new Set<string>()
  return cases.flatMap(({ subject, determinations }) =>
    groupsByReason(
      subject,
      determinations.filter(({ outcome }) => outcome === 'ineligible'),
    ).map(({ programmes, reasons }) => [
      say('conversation:answer.no', { who: subject.who, programmes: { list: programmes } }),
      // One standing is told once, however many it holds back.
      ...reasons.filter((reason) => isNew(told, reason)),
    ]),
  )
}

/** The sentences for why each of these determinations is as it is, each once. */
export function reasonsOf(subject: Subject, determinations: readonly Determination[]): readonly Text[] {
  return unique(
    determinations.flatMap((determination) =>
      decidingReasons(determination, subject).map(({ text }) => text),
    ),
  )
}

/** Texts without repetitions. */
export function unique(texts: readonly Text[]): readonly Text[] {
  const seen = new Set<string>()
  return texts.filter((text) => isNew(seen, text))
}

function givenLines(subject: Subject, determinations: readonly Determination[]): readonly Line[] {
  if (determinations.length === 0) return []
  const benefits = byWeight(determinations).map(benefitText)
  return [[say('conversation:summary.person.plain', { who: subject.who })], ...numbered(benefits)]
}

/** Texts as the lines of a numbered list; a single one needs no number. */
export function numbered(texts: readonly Text[]): readonly Line[] {
  if (texts.length === 1) return [texts]
  return texts.map((text, index) => [say('conversation:item', { number: index + 1, text })])
}

function openLines({ subject, determinations }: Case): readonly Line[] {
  const open = determinations.filter(({ outcome }) => outcome === 'unknown')
  if (open.length === 0) return []
  const intro = say('conversation:answer.unknown', {
    who: subject.who,
    programmes: { list: open.map(({ programme }) => nameOf(programme)) },
  })
  const hopes = open.flatMap((one) =>
    one.benefit?.amount == null && one.benefit?.upTo === undefined
      ? []
      : [say('conversation:answer.if', { text: benefitText(one) })],
  )
  return [[intro, ...reasonsOf(subject, open)], ...(hopes.length === 0 ? [] : [hopes])]
}

function priorityLine(cases: readonly Case[]): readonly Line[] {
  const first = cases.some(({ determinations }) =>
    eligible(determinations).some(({ priority }) => priority === true),
  )
  return first ? [[say('conversation:answer.priority')]] : []
}

type Group = { readonly programmes: Text[]; readonly reasons: readonly Text[] }

function groupsByReason(subject: Subject, determinations: readonly Determination[]): readonly Group[] {
  const groups = new Map<string, Group>()
  for (const determination of determinations) {
    const reasons = reasonsOf(subject, [determination])
    const key = JSON.stringify(reasons)
    const group = groups.get(key) ?? { programmes: [], reasons }
    group.programmes.push(nameOf(determination.programme))
    groups.set(key, group)
  }
  return [...groups.values()]
}

function eligible(determinations: readonly Determination[]): readonly Determination[] {
  return determinations.filter(({ outcome }) => outcome === 'eligible')
}

function isNew(seen: Set<string>, text: Text): boolean {
  const key = JSON.stringify(text)
  if (seen.has(key)) return false
  seen.add(key)
  return true
}
