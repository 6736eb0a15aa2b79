import type { LedgerEntry } from '../ledger-entry.ts'
import type { StepSaid } from './row.ts'

/** What a programme came to, whoever it is of. */
export type Course = Omit<LedgerEntry, 'person' | 'programme' | 'schoolYear'>

export const NOTHING_YET: Course = {
  state: 'told',
  toldOn: null,
  appliedOn: null,
  grantedOn: null,
  paidOn: null,
  refusedOn: null,
  grantedAmount: null,
  paidAmount: null,
  reason: null,
}

type Step = Pick<StepSaid, 'step' | 'day' | 'amount' | 'reason'>

/**
 * A course with one step more. The same step said again takes the place of what was said of it; every other step keeps its
 * day. Where the course stands follows from the days alone, so that files may come in any order, and twice.
 */
export function withStep(course: Course, { step, day, amount, reason }: Step): Course {
  const next = { ...course, ...DAYS[step](day) }
  if (step === 'granted') return settled({ ...next, grantedAmount: amount ?? course.grantedAmount })
  if (step === 'paid') return settled({ ...next, paidAmount: amount ?? course.paidAmount })
  return settled(step === 'refused' ? { ...next, reason: reason ?? course.reason } : next)
}

const DAYS = {
  applied: (appliedOn: string) => ({ appliedOn }),
  granted: (grantedOn: string) => ({ grantedOn }),
  paid: (paidOn: string) => ({ paidOn }),
  refused: (refusedOn: string) => ({ refusedOn }),
} as const

// A refusal ends what was before it and on its day, payment apart: of money that was paid that day, it was.
function settled(course: Course): Course {
  const { appliedOn, grantedOn, paidOn, refusedOn } = course
  const isAfter = (day: string | null) => day === null || (refusedOn !== null && refusedOn >= day)
  const isRefused =
    refusedOn !== null && [appliedOn, grantedOn].every(isAfter) && (paidOn === null || refusedOn > paidOn)
  if (isRefused) return { ...course, state: 'refused' }
  const state = paidOn !== null ? 'paid' : grantedOn !== null ? 'granted' : 'applied'
  return { ...course, state }
}

/** Whether two courses are the same in all that is recorded. */
export function isSameCourse(one: Course, other: Course): boolean {
  return FIELDS.every((field) => one[field] === other[field])
}

const FIELDS = Object.keys(NOTHING_YET) as readonly (keyof Course)[]

/** Of the rows that say the same step, the one of the latest day, the last written where two are of one. */
export function latestOfEach<T extends Step>(said: readonly T[]): readonly T[] {
  const latest = new Map<T['step'], T>()
  for (const one of said) {
    const known = latest.get(one.step)
    if (known === undefined || one.day >= known.day) latest.set(one.step, one)
  }
  return [...latest.values()]
}
