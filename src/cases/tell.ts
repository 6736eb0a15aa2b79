import { enqueue } from '../outbox/enqueue.ts'
import type { Services } from '../services.ts'
import { mustHaveChangedOne, type Query, statement } from '../storage/store.ts'
import { placeOfCaseMessage } from './messages.ts'
import type { Recipient } from './recipients.ts'

/** How many telephones are sent the answer, and how many are not: `stopped` want no messages; `nobody` left none. */
export type Told = { readonly queued: number; readonly stopped: number; readonly nobody: boolean }

const SAID = `insert into case_messages (id, case_id, author, by, sealed, at)
  select ?1, id, 'office', ?3, ?4, ?5 from cases where id = ?2`
// D1 cannot look between the writes of a batch: a case that somebody else has settled meanwhile undoes it.
const STILL = 'update cases set state = state where id = ?1 and state = ?2'

/** The guard that undoes a batch where the case is no longer open. */
export function mustBeOpen(caseId: string): Query[] {
  return [statement(STILL, [caseId, 'open']), mustHaveChangedOne()]
}

/** The write that keeps what the office said. */
export async function keepSaid(
  { vault, ids }: Services,
  caseId: string,
  by: string,
  text: string,
  now: Date,
): Promise<Query> {
  const id = ids()
  const sealed = await vault.seal(text, placeOfCaseMessage(id))
  return statement(SAID, [id, caseId, by, sealed, now.toISOString()])
}

/** The writes that send each telephone its notice; who said stop is sent none. */
export async function noticeWrites(
  services: Services,
  recipients: readonly Recipient[],
  noticeOf: (recipient: Recipient) => string,
  now: Date,
): Promise<Query[]> {
  const notices = reachable(recipients).map((recipient) => ({
    channel: recipient.channel,
    kind: 'notice' as const,
    contactId: recipient.contactId,
    address: recipient.address,
    spoken: { text: noticeOf(recipient) },
  }))
  return enqueue(services, notices, now)
}

/** What staff are told of it. */
export function toldOf(recipients: readonly Recipient[]): Told {
  const queued = reachable(recipients).length
  return { queued, stopped: recipients.length - queued, nobody: recipients.length === 0 }
}

function reachable(recipients: readonly Recipient[]): readonly Recipient[] {
  return recipients.filter(({ stopped }) => !stopped)
}
