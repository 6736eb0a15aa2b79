import type { Determination } from '../policy/determine.ts'
import { benefitText, byWeight, nameOf } from './benefits.ts'
import { decidingReasons, type Subject } from './reasons.ts'
import { type Line, say, type Text } from './reply.ts'

/** What was determined of one person, and the words for who it is. */
export type Case = { readonly subject: Subject; readonly determinations: readonly Determination[] }

/**
 * The answer for one or several persons, most important first: what each gets, why, what to do next; then what is open
 * and what is missing; then what is not given, and why not.
 */
export function answerLines(cases: readonly Case[]): readonly Line[] {
  const given = cases.flatMap(({ subject, determinations }) => givenLines(subject, eligible(determinations)))
  const reasons = unique(cases.flatMap(({ subject, determinations }) => reasonsOf(subject, eligible(determinations))))
  const [first] = cases
  const next: Line[] = given.length === 0 || first === undefined ? [] : [[say('conversation:answer.next', { office: first.subject.office })]]
  return [
    ...given,
    ...(reasons.length === 0 ? [] : [[say('conversation:answer.why'), ...reasons]]),
    ...next,
    ...priorityLine(cases),
    ...cases.flatMap(openLines),
    ...refusedLines(cases),
  ]
}

/** Why not, for what a person does not get: programmes that fail for the same reasons are told together. */
export function refusedLines(cases: readonly Case[]): readonly Line[] {
  const told = new Set<string>()
  return cases.flatMap(({ subject, determinations }) =>
    groupsByReason(subject, determinations.filter(({ outcome }) => outcome === 'ineligible')).map(({ programmes, reasons }) => [
      say('conversation:answer.no', { who: subject.who, programmes: { list: programmes } }),
      // One standing is told once, however many it holds back.
      ...reasons.filter((reason) => isNew(told, reason)),
    ]),
  )
}

/** The sentences for why each of these determinations is as it is, each once. */
export function reasonsOf(subject: Subject, determinations: readonly Determination[]): readonly Text[] {
  return unique(determinations.flatMap((determination) => decidingReasons(determination, subject).map(({ text }) => text)))
}

/** Texts without repetitions. */
export function unique(texts: readonly Text[]): readonly Text[] {
  const seen = new Set<string>()
  return texts.filter((text) => isNew(seen, text))
}

function givenLines(subject: Subject, determinations: readonly Determination[]): readonly Line[] {
  if (determinations.length === 0) return []
  const benefits = byWeight(determinations).map(benefitText)
  return [[say('conversation:answer.yes', { who: subject.who })], ...numbered(benefits)]
}

/** Texts as the lines of a numbered list; a single one needs no number. */
export function numbered(texts: readonly Text[]): readonly Line[] {
  if (texts.length === 1) return [texts]
  return texts.map((text, index) => [say('conversation:item', { number: index + 1, text })])
}

function openLines({ subject, determinations }: Case): readonly Line[] {
  const open = determinations.filter(({ outcome }) => outcome === 'unknown')
  if (open.length === 0) return []
  const intro = say('conversation:answer.unknown', { who: subject.who, programmes: { list: open.map(({ programme }) => nameOf(programme)) } })
  const hopes = open.flatMap((one) => (one.benefit?.amount == null && one.benefit?.upTo === undefined ? [] : [say('conversation:answer.if', { text: benefitText(one) })]))
  return [[intro, ...reasonsOf(subject, open)], ...(hopes.length === 0 ? [] : [hopes])]
}

function priorityLine(cases: readonly Case[]): readonly Line[] {
  const first = cases.some(({ determinations }) => eligible(determinations).some(({ priority }) => priority === true))
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
