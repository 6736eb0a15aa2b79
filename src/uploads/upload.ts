import type { Counts, HouseholdChange, Missing } from '../register/importing/report.ts'
import type { Action } from '../staff/permissions.ts'

/** What a file handed in is, and what handing it in needs. */
export const UPLOAD_KINDS = {
  register: 'register.import',
  ledger: 'ledger.import',
} as const satisfies Readonly<Record<string, Action>>
export type UploadKind = keyof typeof UPLOAD_KINDS

/**
 * `arriving`: its bytes are being kept; `waiting`, `reading`: to be read without writing; `read`: shown, to be applied or
 * dropped; `apply-waiting`, `applying`, `applied`; `undone`, `failed`, `dropped`: over.
 */
export type UploadState =
  | 'arriving'
  | 'waiting'
  | 'reading'
  | 'read'
  | 'apply-waiting'
  | 'applying'
  | 'applied'
  | 'undone'
  | 'failed'
  | 'dropped'

/** What reading a file found, or applying it did. It names people: it is kept sealed. */
export type Found = {
  readonly takenOn: string | null
  /** Every header of the file with the column it is read as; null where it is none. */
  readonly columns: readonly (readonly [header: string, column: string | null])[]
  /** Needed columns that are not there: nothing else was read. */
  readonly missing: readonly string[]
  readonly counts: Counts | null
  readonly gone: { readonly households: number; readonly persons: number }
  readonly rejections: Readonly<Record<string, number>>
  readonly warnings: Readonly<Record<string, number>>
  /** The first of each. */
  readonly added: readonly HouseholdChange[]
  readonly changed: readonly HouseholdChange[]
  readonly missed: readonly Missing[]
}

/** One rejected row, or one warning: `value` and `row` repeat the file's own words, of rejected rows alone. */
export type Finding = {
  readonly line: number
  readonly column: string
  readonly reason: string
  readonly value?: string
  readonly row?: readonly string[]
}
export type FindingKind = 'rejected' | 'warned'

/** What an upload's sealed column is bound to. */
export function placeOfFound(id: string): string {
  return `uploads/${id}`
}
