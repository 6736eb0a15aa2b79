import type { Inbound } from './inbound.ts'
import type { Contact } from './load.ts'

/** By whom and when a turn's changes are made. */
export type ChangeScene = {
  readonly contact: Contact
  readonly inbound: Inbound
  readonly now: Date
  /** Whose number the message showed. */
  readonly person: string | null
}
