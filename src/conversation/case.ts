/** What a family may ask the county's office to look into. */
export const CASE_KINDS = ['missing', 'correction', 'refused', 'late', 'misuse', 'person'] as const
export type CaseKind = (typeof CASE_KINDS)[number]

export const CASE_STATES = ['open', 'closed'] as const
export type CaseState = (typeof CASE_STATES)[number]

/** How a case was settled; `withdrawn` is the family's own doing. */
export const CASE_OUTCOMES = [
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
  'withdrawn',
] as const
export type CaseOutcome = (typeof CASE_OUTCOMES)[number]

/** A case as the contact that opened it knows it. */
export type OwnCase = {
  readonly reference: string
  readonly kind: CaseKind
  readonly state: CaseState
  /** ISO date. */
  readonly openedOn: string
  /** Null while open. */
  readonly outcome: CaseOutcome | null
}
