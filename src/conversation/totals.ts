import type { Determination } from '../policy/determine.ts'
import type { Case } from './reasons.ts'
import { type Line, say } from './reply.ts'

/**
 * What several children are spared, and what they are paid, in a school year: one sum of each kind, and only where every
 * part of it has a figure. Where the sum itself `isAsked` for, one part is sum enough. What is lent is never added, and neither is what the plan gives no figure for.
 */
export function totalLines(cases: readonly Case[], isAsked = false): readonly Line[] {
  return KINDS.flatMap((kind) => {
    const parts = cases.map(({ determinations }) => determinations.filter((one) => isGranted(one, kind)))
    const sums = parts.flat().map(yearlyOf)
    const summed = parts.filter((one) => one.length > 0).length
    if (isAsked && sums.includes(null)) return [[say(`conversation:total.${kind}.open`)]]
    if (summed < (isAsked ? 1 : 2) || sums.includes(null)) return []
    const amount = sums.reduce<number>((sum, one) => sum + (one ?? 0), 0)
    return [[say(`conversation:total.${kind}`, { amount })]]
  })
}

const KINDS = ['waiver', 'grant'] as const

function isGranted({ kind, outcome }: Determination, wanted: (typeof KINDS)[number]): boolean {
  return kind === wanted && outcome === 'eligible'
}

function yearlyOf({ benefit }: Determination): number | null {
  return benefit?.per === 'school-year' ? (benefit.amount ?? null) : null
}
