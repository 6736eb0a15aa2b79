import type { CaseKind, CaseOutcome } from '../conversation/case.ts'

/** How a case of each kind can be settled by staff. */
export const OUTCOMES_OF: Readonly<Record<CaseKind, readonly CaseOutcome[]>> = {
  missing: ['added-to-register', 'explained', 'unfounded', 'passed-on'],
  correction: ['corrected', 'explained', 'unfounded', 'passed-on'],
  refused: ['granted', 'explained', 'unfounded', 'passed-on'],
  late: ['paid', 'explained', 'unfounded', 'passed-on'],
  misuse: ['dealt-with', 'unfounded', 'passed-on', 'cannot-be-told'],
  person: ['answered', 'explained', 'passed-on'],
}

/** The codes staff may give; `withdrawn` is the family's own. */
export const STAFF_OUTCOMES = [
  'added-to-register',
  'corrected',
  'granted',
  'paid',
  'dealt-with',
  'answered',
  'explained',
  'unfounded',
  'passed-on',
  'cannot-be-told',
] as const satisfies readonly CaseOutcome[]
export type StaffOutcome = (typeof STAFF_OUTCOMES)[number]
