import type { ColumnId, Columns } from '../columns.ts'
import type { DatedStanding } from '../household.ts'
import type { PersonField, PersonSaid } from '../person-said.ts'
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

/** How persons, or households, fared. */
export type Outcomes = { added: number; changed: number; unchanged: number }

export type ImportReport = {
  readonly importId: string
  readonly takenOn: string
  readonly counts: Counts
  readonly households: { readonly added: number; readonly changed: number; readonly unchanged: number }
  readonly missing: { readonly households: number; readonly persons: number }
  readonly warnings: Readonly<Partial<Record<WarningReason, number>>>
  readonly unknownColumns: readonly string[]
}

/** What an import has found so far; one that is made in steps goes on with it. */
export type Tally = Pick<ImportReport, 'warnings'> & {
  readonly persons: Readonly<Outcomes>
  readonly households: Readonly<Outcomes>
  readonly rejected: number
}

/** Where an import that is made in steps goes on. It is told as JSON, and names nobody. */
export type ImportMark = {
  readonly importId: string
  readonly takenOn: string
  /** Pieces of the second reading that are done. */
  readonly pieces: number
  /** What was found in them. */
  readonly found: Tally
  /** Persons whom they no longer name; of a reading without writing alone. */
  readonly gone: number
}

/** `taken-over`: a later import began; `file-changed`: the file is not what the first reading saw. Both leave whole households. */
export type ImportFault =
  | { readonly code: Unreadable | Stopped }
  | {
      readonly code: 'no-header'
      readonly missing: readonly ColumnId[]
      readonly unknown: readonly string[]
      /** The row that was most like one. */
      readonly header: readonly string[]
    }

/** `left`: where to go on; null once all is done. The report is then of what was done so far. */
export type ImportResult =
  | { readonly ok: true; readonly report: ImportReport; readonly left: ImportMark | null }
  | { readonly ok: false; readonly fault: ImportFault }

/** A record the register holds and the file no longer names; told by its opaque id and where it was last seen. */
export type Missing = {
  readonly kind: 'household' | 'person'
  readonly id: string
  readonly importId: string
  readonly line: number
}

/** A household that an import adds or changes, as it stands before and after; of its persons those alone who change. */
export type HouseholdChange = {
  readonly kind: 'added' | 'changed'
  readonly id: string
  readonly line: number
  readonly standing: DatedStanding | null
  readonly persons: readonly {
    readonly name: string
    readonly isNew: boolean
    readonly fields: readonly {
      readonly field: PersonField
      readonly before: PersonSaid[PersonField]
      readonly after: PersonSaid[PersonField]
    }[]
  }[]
}

/** Hears of an import's findings as they are made, in the file's order. */
export type Listener = {
  readonly header?: (header: readonly string[], columns: Columns) => void
  readonly household?: (change: HouseholdChange) => void
  /** Rows gone through, of twice the file's: it is read once to judge, once to write. `total` while it is known. */
  readonly progress?: (rows: number, total: number | null) => Promise<void>
  readonly rejected?: (rejection: Rejection) => void
  readonly warned?: (warning: Warning) => void
  readonly missing?: (missing: Missing) => void
}

/** `too-many-rows`: more than may be taken here; nothing was written. */
export type Stopped = 'taken-over' | 'file-changed' | 'too-many-rows'

/** Raised inside an import that a later one has taken over, or whose file changed under it or has more rows than may be. */
export class ImportStopped extends Error {
  override readonly name = 'ImportStopped'
  readonly code: Stopped
  constructor(code: Stopped) {
    super(`import stopped: ${code}`)
    this.code = code
  }
}
