import { namedReport } from '../cases/named-report.ts'
import { newReference } from '../cases/reference.ts'
import { decide } from '../conversation/decide.ts'
import type { Message, Spoken, Turn } from '../conversation/turn.ts'
import { dayOf } from '../runtime/clock.ts'
import { PLAN } from '../policy/parameters.ts'
import { findHouseholdsByAddress } from '../register/look-up.ts'
import type { Services } from '../services.ts'
import { commitTurn } from './commit.ts'
import type { Inbound } from './inbound.ts'
import { loadContact } from './load.ts'
import { patience } from './patience.ts'
import { storedReplies } from './stored-replies.ts'

/** `replies` is empty where silence is right: a stopped contact, or one that writes too fast. */
export type Received = { readonly replies: readonly Spoken[]; readonly repeated: boolean }

const ATTEMPTS = 20

/**
 * One inbound message, handled once: load, decide, commit all in one batch. The same provider id again gives the stored
 * answer. Of two messages at once from one contact, the later to commit is decided anew upon the earlier's session.
 */
export async function receive(services: Services, inbound: Inbound): Promise<Received> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const received = await attemptTurn(services, inbound)
    if (received !== null) return received
  }
  throw new Error('a turn could not be committed: the contact kept changing')
}

async function attemptTurn(services: Services, inbound: Inbound): Promise<Received | null> {
  const now = services.clock()
  const messageId = services.ids()
  const [{ contact, offices }, households, report] = await Promise.all([
    loadContact(services, inbound, messageId),
    findHouseholdsByAddress(services, inbound.address),
    namedReport(services, inbound.text),
  ])
  const tooMany = patience(contact, services.settings.contactRate)
  const turn: Turn = {
    session: contact.session,
    message: messageOf(inbound),
    contact: { language: contact.language, stopped: contact.stopped },
    households,
    today: dayOf(now),
    book: PLAN,
    offices,
    reference: newReference(services),
    cases: contact.cases,
    namedReport: report,
  }
  const outcome = tooMany ?? decide(turn)
  const commit = await commitTurn(services, {
    inbound,
    messageId,
    contact,
    outcome,
    now,
    answered: tooMany === null,
  })
  if (commit === 'committed') {
    if (outcome.changes.some(({ kind }) => kind === 'erase-contact')) await services.store.scrub()
    services.log.info('turn', { channel: inbound.channel, ...outcome.heard, replies: outcome.replies.length })
    return { replies: outcome.replies, repeated: false }
  }
  const stored = await storedReplies(services, inbound)
  return stored === null ? null : { replies: stored, repeated: true }
}

function messageOf({ text, media, channel, question, beside }: Inbound): Message {
  return {
    text,
    media,
    channel,
    ...(question === undefined ? {} : { question }),
    ...(beside === undefined ? {} : { beside }),
  }
}
