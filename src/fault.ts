/** An expected failure: a code, mapped once by each transport, and what is wrong where. Values never stand in it. */
export type Fault = {
  readonly code: FaultCode
  readonly fields?: readonly FieldFault[]
  /** Seconds after which to try again. */
  readonly retryAfter?: number
}

/** What came of something asked: its value, or what is wrong with it. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fault: Fault }

export type FieldFault = {
  readonly path: string
  /** In English, for whoever calls the API or a command. */
  readonly problem: string
  /** The same as a code, for pages that say it in their reader's language. */
  readonly told?: Told
}

/** What is wrong with a field, and the figures and days that say how. */
export type Told = {
  readonly code: ProblemCode
  readonly params?: Readonly<Record<string, string | number>>
}

export const PROBLEM_CODES = [
  'wrong',
  'required',
  'too-long',
  'too-many',
  'least',
  'most',
  'between',
  'whole-between',
  'length-between',
  'not-a-number',
  'not-a-day',
  'not-an-instant',
  'not-one-of',
  'day-between',
  'no-area',
  'beyond-area',
  'family-reads-it',
  'families-read-it',
  'not-filled-in',
  'id-number',
  'too-many-segments',
  'of-another-kind',
  'changed-twice',
  'known-by-the-plan',
  'so-already',
  'shares-not-one',
  'ages-crossed',
  'proposed-already',
  'another-person',
  'moved-on',
  'in-force',
  'needs-county',
  'needs-programme',
  'told-by-change',
  'not-approved',
  'needs-a-text',
  'before-first',
  'stray-brace',
  'unknown-placeholder',
  'other-language',
  'child-needs-persons',
  'no-sum',
  'nobody-failed',
  'used-before',
  'username-shape',
  'taken',
] as const
export type ProblemCode = (typeof PROBLEM_CODES)[number]

export const FAULT_CODES = [
  'invalid',
  'malformed',
  'unauthorized',
  'forbidden',
  'not-found',
  'conflict',
  'too-large',
  'too-many',
  'unsupported-media',
  'internal',
] as const
type FaultCode = (typeof FAULT_CODES)[number]
