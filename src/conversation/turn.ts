import type { Day } from '../policy/facts.ts'
import type { PolicyBook } from '../policy/parameters.ts'
import type { Household } from '../register/household.ts'
import type { Intent, Language, Topic } from '../understanding/types.ts'
import type { Session } from './session.ts'

export type Channel = 'sms' | 'telegram'

/** All that one turn may know. Nothing else reaches a decision: no clock, no database. */
export type Turn = {
  readonly session: Session
  readonly message: { readonly text: string; readonly media: boolean; readonly channel: Channel }
  readonly contact: { readonly language: Language | null; readonly stopped: boolean }
  /** The households this telephone stands on: none for a stranger, several for a shared telephone. */
  readonly households: readonly Household[]
  readonly today: Day
  readonly book: PolicyBook
  /** A fresh short reference number, used if this turn opens a case. */
  readonly reference: string
  /** References of this contact's open cases, by kind: a second request joins the first. */
  readonly openCases: Readonly<Partial<Record<CaseKind, string>>>
}

export type CaseKind = 'missing' | 'misuse' | 'person' | 'correction'

/** What a turn wants changed beyond its own session; the inbox commits it together with the replies. */
export type Change =
  | { readonly kind: 'set-language'; readonly language: Language }
  | { readonly kind: 'stop' }
  | { readonly kind: 'start' }
  | {
      readonly kind: 'open-case'
      readonly caseKind: CaseKind
      readonly reference: string
      /** The person's own words, as kept for staff. */
      readonly text: string
      readonly householdId: string | null
      readonly county: string | null
    }
  | { readonly kind: 'add-to-case'; readonly reference: string; readonly text: string }
  | { readonly kind: 'erase-contact' }

export type Outcome = {
  readonly session: Session
  /** Texts to send, in order, already fitted to the channel; empty where silence is right (a stopped contact). */
  readonly replies: readonly string[]
  readonly changes: readonly Change[]
  readonly heard: { readonly intent: Intent; readonly topic: Topic | null; readonly language: Language }
}
