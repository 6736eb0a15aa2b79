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

/** It never will be taken or delivered. */
type Refused = { readonly state: 'failed' | 'stopped'; readonly code: string }

/**
 * What came of giving a message to a provider. `again`: it was surely not taken and may be repeated, after `afterMs`
 * where the provider said so. `failed`: it never will be taken. `stopped`: whom it goes to wants nothing, or is gone.
 * `unknown`: it may have been taken; it is never repeated blindly.
 */
export type SendResult =
  | Refused
  | { readonly state: 'sent'; readonly providerId: string | null }
  | { readonly state: 'unknown'; readonly code: string }
  | {
      readonly state: 'again'
      readonly code: string
      readonly afterMs: number | null
      /**
       * `channel`: the provider wants nothing of us for that while, or cannot be reached: everything of the channel waits,
       * and it does not count against the message. `address`: the message waits, with what else goes to its address.
       * Absent: the channel where `afterMs` is given, else the address.
       */
      readonly holds?: 'channel' | 'address'
    }

/** A message that the provider took and that may be the one asked for; `refused` where it came to nothing later. */
export type Kept = { readonly providerId: string; readonly refused: Refused | null }

/** What a provider says of a lost message: those it may be, oldest first, none where it was never taken; or no answer. */
export type Found = { readonly kept: readonly Kept[] } | { readonly unanswered: string }

/** A channel's way out: the port that the outbox sends by. It never throws for what a provider answers. */
export type Sender = {
  readonly send: (message: Claimed) => Promise<SendResult>
  /** Asks the provider for a message whose answer was lost; absent where a provider cannot be asked. */
  readonly find?: (message: Claimed, since: Date) => Promise<Found>
}

/** A channel without a provider has no sender: its messages wait. */
export type Senders = Readonly<Partial<Record<Channel, Sender>>>
