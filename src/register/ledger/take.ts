import type { Vault } from '../../privacy/vault.ts'
import type { Store } from '../../storage/store.ts'
import { type CourseOf, keyOf, type KnownCourse, loadCourses } from './known.ts'
import type { LedgerWarning } from './reasons.ts'
import type { Step } from './row.ts'
import type { EarlierStep, SaidBefore } from './said.ts'
import { type Course, dayOfStep, isSameCourse, NOTHING_YET, withStep } from './steps.ts'

/** A row with what the file's rows before it said of its course. */
export type NotedStep = Step & SaidBefore

/** A course as it is to be written, and the line that said its last step. */
export type Changed = CourseOf & {
  readonly course: Course
  readonly sealed: string | null
  readonly line: number
}

export type Taken = {
  readonly changed: readonly Changed[]
  readonly counts: Readonly<Record<'added' | 'changed' | 'unchanged', number>>
}

/**
 * Brings steps together with what the ledger holds and the file's earlier rows said: what is to be written, and how each
 * row counts.
 */
export async function takeSteps(
  services: { readonly store: Store; readonly vault: Vault },
  steps: readonly NotedStep[],
  warn: (step: Step, reason: LedgerWarning) => void,
): Promise<Taken> {
  const known = await loadCourses(services, steps)
  const counts = { added: 0, changed: 0, unchanged: 0 }
  const courses = new Map<string, Changed>()
  for (const step of steps) {
    const key = keyOf(step)
    const held = courses.get(key)?.course ?? known.get(key)?.entry ?? NOTHING_YET
    const before = step.earlier.reduce(withDay, held)
    const course = withStep(before, step)
    for (const reason of oddOf(before, course, step)) warn(step, reason)
    const outcome = step.same === 'alike' ? 'unchanged' : outcomeOf(before, course)
    counts[outcome]++
    if (outcome === 'unchanged') continue
    const { person, programme, schoolYear, line } = step
    courses.set(key, {
      person,
      programme,
      schoolYear,
      course,
      sealed: sealedOf(known.get(key), course),
      line,
    })
  }
  return { changed: [...courses.values()], counts }
}

// Of a row that was only read, not written, the day is known alone. That is enough: the same step and day once more is alike.
function withDay(course: Course, { step, day }: EarlierStep): Course {
  return withStep(course, { step, day, amount: null, reason: null })
}

function outcomeOf(before: Course, after: Course): keyof Taken['counts'] {
  if (isSameCourse(before, after)) return 'unchanged'
  return STEPS.every((step) => dayOfStep(before, step) === null) ? 'added' : 'changed'
}

const STEPS = ['applied', 'granted', 'paid', 'refused'] as const

function oddOf(before: Course, after: Course, { step, day }: Step): readonly LedgerWarning[] {
  const isPaidAgain = step === 'paid' && before.paidOn !== null && before.paidOn !== day
  const isDisputed = after.refusedOn !== null && (after.grantedOn !== null || after.paidOn !== null)
  return [
    ...(isPaidAgain ? (['paid-twice'] as const) : []),
    ...(isDisputed && step !== 'applied' ? (['granted-beside-refused'] as const) : []),
  ]
}

// Null also where the words are new: they are sealed as they are written.
function sealedOf(known: KnownCourse | undefined, { reason }: Course): string | null {
  return known !== undefined && known.entry.reason === reason ? known.sealedReason : null
}
