import type { Determination } from '../../policy/determine.ts'
import { nameOf } from './benefits.ts'
import type { Case } from './reasons.ts'
import type { SumAsked } from '../hearing/manner/money.ts'
import { type Line, say } from './reply.ts'

/**
 * What several children are spared, and what they are paid, in a school year: one sum of each kind, and only where every
 * part of it has a figure. Where the sum itself is `asked` for, one part is sum enough. What is lent is
 * never added, and neither is what the plan gives no figure for. Years are added only where the plan says how many there are.
 */
export function totalLines(cases: readonly Case[], asked: SumAsked = null): readonly Line[] {
  if (asked === 'years') return overYears(cases)
  const isAsked = asked === 'year'
  const totals = KINDS.flatMap((kind) => {
    const parts = cases.map(({ determinations }) => determinations.filter((one) => isGranted(one, kind)))
    const sums = parts.flat().map(yearlyOf)
    const summed = parts.filter((one) => one.length > 0).length
    if (isAsked && sums.includes(null)) return [[say(`conversation:total.${kind}.open`)]]
    if (summed < (isAsked ? 1 : 2) || sums.includes(null)) return []
    const amount = sums.reduce<number>((sum, one) => sum + (one ?? 0), 0)
    return [[say(`conversation:total.${kind}`, { amount })]]
  })
  return totals.toSorted((one, other) => Number(isSum(other)) - Number(isSum(one)))
}

// What comes of as many school years as the plan gives somebody; of what it says by the year alone, that it says no more.
function overYears(cases: readonly Case[]): readonly Line[] {
  const granted = cases.map(({ subject, determinations }) => ({
    who: subject.who,
    given: determinations.filter(({ outcome, benefit }) => outcome === 'eligible' && benefit !== null),
  }))
  const sums = granted.flatMap(({ who, given }) => {
    const years = given.find(({ benefit }) => benefit?.years != null)?.benefit?.years ?? null
    return given.flatMap((one) => {
      const amount = isGranted(one, 'waiver') || isGranted(one, 'grant') ? yearlyOf(one) : null
      return years === null || amount === null
        ? []
        : [{ who, programme: nameOf(one.programme), years, amount, total: years * amount }]
    })
  })
  if (sums.length > 0) return sums.map((sum) => [say('conversation:total.years', sum)])
  return openYears(granted.flatMap(({ given }) => given))
}

/** That the plan says what these bring in a school year, and not for how many years; nothing where they bring no sum. */
export function openYears(determinations: readonly Determination[]): readonly Line[] {
  const isByYear = determinations.some(({ benefit }) => benefit?.per === 'school-year')
  return isByYear ? [[say('conversation:total.years.open')]] : []
}

/** Whether a line of totals tells a sum, and not that there is none. */
export function isSum(line: Line): boolean {
  return line.every(({ key }) => !key.endsWith('.open'))
}

const KINDS = ['waiver', 'grant'] as const

function isGranted({ kind, outcome }: Determination, wanted: (typeof KINDS)[number]): boolean {
  return kind === wanted && outcome === 'eligible'
}

function yearlyOf({ benefit }: Determination): number | null {
  return benefit?.per === 'school-year' ? (benefit.amount ?? null) : null
}
