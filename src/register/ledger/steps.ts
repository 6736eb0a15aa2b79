import type { Day } from '../../policy/facts.ts'
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
 * A course with one step more. Of a step told twice the later day stands, and of one day what was told last; every other
 * step keeps its day. Where the course stands follows from the days alone, so that files may come in any order, and twice.
 */
export function withStep(course: Course, { step, day, amount, reason }: Step): Course {
  const known = dayOfStep(course, step)
  if (known !== null && day < known) return course
  const isSameDay = known === day
  const next = { ...course, ...DAYS[step](day) }
  if (step === 'granted')
    return settled({ ...next, grantedAmount: amount ?? (isSameDay ? course.grantedAmount : null) })
  if (step === 'paid')
    return settled({ ...next, paidAmount: amount ?? (isSameDay ? course.paidAmount : null) })
  if (step === 'refused') return settled({ ...next, reason: reason ?? (isSameDay ? course.reason : null) })
  return settled(next)
}

/** The day a course took a step on; null where it has not. */
export function dayOfStep(course: Course, step: Step['step']): Day | null {
  return course[`${step}On`]
}

const DAYS = {
  applied: (appliedOn: string) => ({ appliedOn }),
  granted: (grantedOn: string) => ({ grantedOn }),
  paid: (paidOn: string) => ({ paidOn }),
  refused: (refusedOn: string) => ({ refusedOn }),
} as const

// A later step never gives way to an earlier one: paid stands over granted, granted over applied. A refusal ends what was
// before it and on its day, payment apart: money paid that day was paid. A step of a later day takes the refusal back.
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
