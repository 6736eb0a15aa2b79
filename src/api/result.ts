import type { Fault } from '../fault.ts'

/** What came of a request: its value, or what is wrong with it. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fault: Fault }
