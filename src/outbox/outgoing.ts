import type { Channel, Spoken } from '../conversation/turn.ts'

/** Why a message leaves; answers go before notices, and those before broadcasts. */
export type OutgoingKind = 'answer' | 'notice' | 'broadcast'

/** One message that is to leave. */
export type Outgoing = Addressed &
  ({ readonly kind: 'answer' | 'notice' } | { readonly kind: 'broadcast'; readonly broadcastId: string })

type Addressed = {
  /** The outbox row's id, where the caller wants to know it; the same one twice undoes the batch. */
  readonly id?: string
  readonly channel: Channel
  /** Null where whom it goes to has never written. */
  readonly contactId: string | null
  /** E.164 for SMS, the chat's id for Telegram. */
  readonly address: string
  readonly spoken: Spoken
  /** It does not leave before this. */
  readonly notBefore?: Date
}

export const PRIORITY: Readonly<Record<OutgoingKind, number>> = { answer: 0, notice: 1, broadcast: 2 }

/** The text of an outbox row's `sealed`. */
export function sealedOutgoing({ address, spoken }: Pick<Outgoing, 'address' | 'spoken'>): string {
  return JSON.stringify([address, spoken])
}

/** Reads what `sealedOutgoing` wrote. */
export function parseOutgoing(json: string): Pick<Outgoing, 'address' | 'spoken'> {
  const [address, spoken] = JSON.parse(json) as readonly [string, Spoken]
  return { address, spoken }
}

/** What an outbox row's sealed value is bound to. */
export function placeOfOutgoing(id: string): string {
  return `outbox/${id}`
}
