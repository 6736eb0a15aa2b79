/** An expected failure: a code, mapped once by each transport, and what is wrong where. Values never stand in it. */
export type Fault = {
  readonly code: FaultCode
  readonly fields?: readonly FieldFault[]
  /** Seconds after which to try again. */
  readonly retryAfter?: number
}

export type FieldFault = { readonly path: string; readonly problem: string }

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
export type FaultCode = (typeof FAULT_CODES)[number]
