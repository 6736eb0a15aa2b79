import type { Audience } from '../audiences/audience.ts'
import type { Vault } from '../privacy/vault.ts'
import type { Estimate } from './estimate/estimate.ts'
import type { Body, Plan } from './plan.ts'
import type { Repeat } from './life/recurrence.ts'
import type { State, Verb } from './life/states.ts'

/** A broadcast as it is kept. */
export type Broadcast = Plan & {
  readonly id: string
  readonly state: State
  /** One more with each move. */
  readonly version: number
  /** Who wrote it, the author first: none of them may approve it. */
  readonly writers: readonly string[]
  /** What it came to when it was last counted before it was approved. */
  readonly estimate: Estimate
  readonly createdAt: string
  readonly submittedBy: string | null
  readonly submittedAt: string | null
  readonly approvedBy: string | null
  readonly approvedAt: string | null
  /** What staff last did with it. */
  readonly verb: Verb | 'create'
  readonly verbBy: string
  readonly verbAt: string
}

export type BroadcastRow = {
  readonly [Name in Exclude<
    keyof Broadcast,
    'writers' | 'audience' | 'body' | 'repeat' | 'estimate'
  >]: Broadcast[Name]
} & {
  /** JSON. */
  readonly writers: string
  readonly audience: string
  readonly sealed: string
  readonly repeat: string | null
  readonly estimate: string
}

/** The columns of a BroadcastRow, of the table called `b`. */
export const BROADCAST_COLUMNS = `b.id, b.name, b.state, b.version, b.writers, b.audience, b.sealed, b.send_at as sendAt,
  b.repeat, b.rest_days as restDays, b.estimate, b.created_at as createdAt, b.submitted_by as submittedBy,
  b.submitted_at as submittedAt, b.approved_by as approvedBy, b.approved_at as approvedAt,
  b.verb, b.verb_by as verbBy, b.verb_at as verbAt`

/** A row as the broadcast it is. */
export async function toBroadcast(vault: Vault, row: BroadcastRow): Promise<Broadcast> {
  const { sealed, writers, audience, repeat, estimate, ...rest } = row
  return {
    ...rest,
    writers: JSON.parse(writers) as readonly string[],
    audience: JSON.parse(audience) as Audience,
    body: JSON.parse(await vault.open(sealed, placeOfBody(row.id))) as Body,
    repeat: repeat === null ? null : (JSON.parse(repeat) as Repeat),
    estimate: JSON.parse(estimate) as Estimate,
  }
}

/** Seals the texts of a broadcast for its row. */
export function sealedBody(vault: Vault, id: string, body: Body): Promise<string> {
  return vault.seal(JSON.stringify(body), placeOfBody(id))
}

/** What the texts of a broadcast are bound to. */
export function placeOfBody(id: string): string {
  return `broadcasts/${id}`
}
