import type { Message } from '../conversation/turn.ts'

/** One message as a channel hands it over: verified, parsed, its address normalised (E.164 for SMS). */
export type Inbound = Message & {
  readonly address: string
  /** The provider's id of the message; the same one is never handled twice. */
  readonly providerId: string
  /** A telephone that the sender has shown to be its own, as E.164: only a chat can; an SMS comes from its telephone. */
  readonly sharedTelephone?: string
}
