import type { ColumnId } from '../columns.ts'
import type { Unreadable } from '../reading/rows.ts'
import type { Rejection, Warning, WarningReason } from '../reasons.ts'

/** Rows of the file: read = added + changed + unchanged + rejected. */
export type Counts = {
  readonly read: number
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  readonly rejected: number
}

export type ImportReport = {
  readonly importId: string
  readonly takenOn: string
  readonly counts: Counts
  readonly households: { readonly added: number; readonly changed: number; readonly unchanged: number }
  readonly missing: { readonly households: number; readonly persons: number }
  readonly warnings: Readonly<Partial<Record<WarningReason, number>>>
  readonly unknownColumns: readonly string[]
}

/** `taken-over`: a later import began; `file-changed`: the file is not what the first reading saw. Both leave whole households. */
export type ImportFault =
  | { readonly code: Unreadable | 'taken-over' | 'file-changed' }
  | { readonly code: 'no-header'; readonly missing: readonly ColumnId[]; readonly unknown: readonly string[] }

export type ImportResult =
  | { readonly ok: true; readonly report: ImportReport }
  | { readonly ok: false; readonly fault: ImportFault }

/** A record the register holds and the file no longer names; told by its opaque id and where it was last seen. */
export type Missing = {
  readonly kind: 'household' | 'person'
  readonly id: string
  readonly importId: string
  readonly line: number
}

/** Hears of an import's findings as they are made, in the file's order. */
export type Listener = {
  readonly header?: (header: readonly string[]) => void
  readonly rejected?: (rejection: Rejection) => void
  readonly warned?: (warning: Warning) => void
  readonly missing?: (missing: Missing) => void
}

/** Raised inside an import that a later one has taken over, or whose file changed under it. */
export class ImportStopped extends Error {
  override readonly name = 'ImportStopped'
  readonly code: 'taken-over' | 'file-changed'
  constructor(code: 'taken-over' | 'file-changed') {
    super(`import stopped: ${code}`)
    this.code = code
  }
}
