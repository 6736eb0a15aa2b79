import type { Inbound } from './inbound.ts'
import type { Contact } from './load.ts'

/** By whom and when a turn's changes are made. */
export type ChangeScene = {
  readonly inbound: Pick<Inbound, 'address'>
  readonly contact: Contact
  readonly now: Date
}
