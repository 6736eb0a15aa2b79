import type { Channel, Spoken } from '../conversation/turn.ts'
import type { OutgoingKind } from './outgoing.ts'

/** A message that a worker of the outbox has claimed and gives to its channel. */
export type Claimed = {
  /** The outbox row's id. */
  readonly id: string
  readonly kind: OutgoingKind
  /** E.164 for SMS, the chat's id for Telegram. */
  readonly address: string
  readonly spoken: Spoken
  /** How often it was given to the channel before. */
  readonly attempts: number
}

/**
 * What came of giving a message to a provider. `again`: it was surely not taken and may be repeated, after `afterMs`
 * where the provider said so. `failed`: it never will be taken. `stopped`: whom it goes to wants nothing, or is gone.
 * `unknown`: it may have been taken; it is never repeated blindly.
 */
export type SendResult =
  | { readonly state: 'sent'; readonly providerId: string | null }
  | { readonly state: 'again'; readonly code: string; readonly afterMs: number | null }
  | { readonly state: 'failed' | 'stopped' | 'unknown'; readonly code: string }

/** A channel's way out: the port that the outbox sends by. It never throws for what a provider answers. */
export type Sender = {
  readonly send: (message: Claimed) => Promise<SendResult>
  /** Asks the provider what became of a message whose answer was lost; absent where a provider cannot be asked. */
  readonly find?: (message: Claimed, since: Date) => Promise<SendResult>
}

/** A channel without a provider has no sender: its messages wait. */
export type Senders = Readonly<Partial<Record<Channel, Sender>>>
