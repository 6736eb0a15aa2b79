import type { Determination } from '../../policy/determine.ts'
import type { FactName } from '../../policy/facts.ts'
import type { MoneyAsked } from '../hearing/manner/money.ts'
import { benefitText, byWeight, numbered } from './benefits.ts'
import { type Case, reasonsBy, type Subject } from './reasons.ts'
import { type Line, news, say, type Text } from './reply.ts'
import { isSum, totalLines } from './totals.ts'

/** What persons get, and why: those who get the same together. Who asks how much reads the sums in the first line. */
export function grantedLines(
  cases: readonly Case[],
  told: Set<string>,
  of: MoneyAsked = { sum: null, as: 'what', named: null },
): readonly Line[] {
  const granted = cases.map((one) => only(one, isEligible))
  if (granted.every(({ determinations }) => determinations.length === 0)) return []
  const given = alike(granted).flatMap(({ who, benefits }) => givenLines(who, benefits, told, of))
  // Of several persons the shared reasons are enough: each one's own are told when asked why.
  const isShared = (fact: FactName | null) =>
    cases.length === 1 || fact === null || fact.startsWith('household.')
  const reasons = granted.flatMap(({ subject, determinations }) =>
    determinations.flatMap((one) => reasonsBy(one, subject, isShared)),
  )
  const why = news(reasons, told)
  const totals = totalLines(cases, of.sum)
  // A sum that was asked for waits behind nothing.
  const isAnswer = of.sum !== null && totals.some(isSum)
  return [
    ...(isAnswer ? [...totals, ...given] : [...given, ...totals]),
    ...(why.length === 0 ? [] : [[say('conversation:answer.why'), ...why]]),
  ]
}

/** A case of the determinations that are wanted alone. */
export function only(one: Case, wanted: (determination: Determination) => boolean): Case {
  return {
    subject: one.subject,
    determinations: one.determinations.filter(wanted),
    later: one.later.filter(({ determination }) => wanted(determination)),
  }
}

/** Whether something is granted. */
export function isEligible({ outcome }: Determination): boolean {
  return outcome === 'eligible'
}

type Benefit = { readonly text: Text; readonly hasSum: boolean; readonly kind: Determination['kind'] }

function first(benefits: readonly Benefit[], isFirst: (one: Benefit) => boolean): readonly Benefit[] {
  return benefits.toSorted((one, other) => Number(isFirst(other)) - Number(isFirst(one)))
}

function givenLines(
  who: Subject['who'],
  given: readonly Benefit[],
  told: Set<string>,
  { as, named }: MoneyAsked,
): readonly Line[] {
  const benefits = first(given, ({ kind }) => kind === named)
  const isKnown = news([say('conversation:answer.gets', { who })], told).length === 0
  if (as === 'sum' && !isKnown) {
    const sums = named === null ? first(benefits, ({ hasSum }) => hasSum) : benefits
    return [[say('conversation:answer.of', { who }), ...sums.map(({ text }) => text)]]
  }
  const heading = say(`conversation:answer.${isKnown ? 'also' : 'gets'}`, { who })
  return [[heading], ...numbered(benefits.map(({ text }) => text))]
}

// Those who get the same are told of together.
function alike(cases: readonly Case[]) {
  const groups = new Map<string, { readonly whos: Subject['who'][]; readonly benefits: readonly Benefit[] }>()
  for (const { subject, determinations } of cases) {
    const benefits = byWeight(determinations).map((one) => ({
      text: benefitText(one),
      kind: one.kind,
      hasSum: one.benefit?.amount !== undefined || one.benefit?.upTo !== undefined,
    }))
    if (benefits.length === 0) continue
    const key = cases.length === 1 ? '' : JSON.stringify(benefits)
    const group = groups.get(key) ?? { whos: [], benefits }
    group.whos.push(subject.who)
    groups.set(key, group)
  }
  return [...groups.values()].map(({ whos, benefits }) => ({
    who: { list: whos.map((name) => say('conversation:who.named', { name })) },
    benefits,
  }))
}
