import type { Logger } from '@logtape/logtape'
import type { Outcome } from './conversation/turn.ts'
import type { Desk } from './inbox/desk.ts'
import type { Senders } from './outbox/sender.ts'
import type { Vault } from './privacy/vault.ts'
import type { Settings } from './settings.ts'
import type { Store } from './storage/store.ts'
import type { UploadLimits } from './uploads/limits.ts'

/** Counts requests: true while `key` stays within `limit` a minute. */
export type RateLimiter = (key: string, limit: number) => Promise<boolean>

/** What is due: a message that waits to leave, a broadcast that staff moved on, or a file that they handed in. */
export type Woken = 'message' | 'broadcast' | 'upload'

/** All that the application needs from its runtime, built once by an entry. */
export type Services = {
  readonly settings: Settings
  readonly store: Store
  readonly vault: Vault
  /** The time: nothing that decides reads a clock of its own. */
  readonly clock: () => Date
  /** A new identifier; one of a later millisecond is greater. */
  readonly ids: () => string
  readonly limiter: RateLimiter
  readonly log: Logger
  readonly desk: Desk
  readonly senders: Senders
  /** Tells the workers that something is due; they may also come by themselves. */
  readonly wake: (of?: Woken) => void
  /** What may be handed in at the desk, and worked on at once; absent: what both runtimes bear. */
  readonly uploadLimits?: UploadLimits
  /** Begins to measure what staff's labels change, in a process of its own; not there where none can be begun. */
  readonly measureLabels?: (measure: string) => void
  /** Sees what came of each turn once it is committed: a talk in the terminal is recorded by it. */
  readonly witness?: (outcome: Outcome) => void
}
