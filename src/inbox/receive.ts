import { namedReport } from '../cases/named-report.ts'
import { newReference } from '../cases/reference.ts'
import { decide } from '../conversation/decide.ts'
import { proofOffered } from '../conversation/hearing/proof-offered.ts'
import type { Message, Turn } from '../conversation/turn.ts'
import { dayOf } from '../time/clock.ts'
import { findHouseholdsByAddress } from '../register/finding/look-up.ts'
import type { Services } from '../services.ts'
import { commitTurn } from './commit.ts'
import type { Received } from './desk.ts'
import type { Inbound } from './inbound.ts'
import { linksFor } from './links.ts'
import { loadContact } from './load.ts'
import { patience } from './patience.ts'
import { storedReplies } from './stored-replies.ts'

const ATTEMPTS = 20

/**
 * One inbound message, handled once, after those of its contact that came before it. The same provider id again gives the
 * stored answer.
 */
export function receive(services: Services, inbound: Inbound): Promise<Received> {
  return services.desk(inbound, () => takeTurn(services, inbound))
}

// Load, decide, commit all in one batch. What another process committed meanwhile is what this one decides anew upon.
async function takeTurn(services: Services, inbound: Inbound): Promise<Received> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const received = await attemptTurn(services, inbound)
    if (received !== null) return received
  }
  throw new Error('a turn could not be committed: the contact kept changing')
}

async function attemptTurn(services: Services, received: Inbound): Promise<Received | null> {
  const now = services.clock()
  const messageId = services.ids()
  const { turn, contact, inbound, tooMany, person } = await turnOf(services, received, messageId, now)
  const outcome = tooMany ?? decide(turn)
  const commit = await commitTurn(services, {
    inbound,
    messageId,
    contact,
    outcome,
    now,
    person,
    answered: tooMany === null,
  })
  if (commit === 'committed') {
    if (outcome.changes.some(({ kind }) => kind === 'erase-contact')) await services.store.scrub()
    services.log.info('turn', { channel: inbound.channel, ...outcome.heard, replies: outcome.replies.length })
    services.witness?.(outcome)
    return { replies: outcome.replies, repeated: false }
  }
  const stored = await storedReplies(services, inbound)
  return stored === null ? null : { replies: stored, repeated: true }
}

// All that is looked up before the turn. From here on the message is as it may be kept: without the digits of a proof.
async function turnOf(services: Services, received: Inbound, messageId: string, now: Date) {
  const [{ contact, offices, book }, households, report] = await Promise.all([
    loadContact(services, received, messageId),
    findHouseholdsByAddress(services, received.address),
    namedReport(services, received.text),
  ])
  const today = dayOf(now)
  const { session, stopped, linked } = contact
  const isKnown = households.length > 0
  const { text, proof } = proofOffered(received.text, { session, today, stopped, isKnown })
  const inbound = { ...received, text }
  const tooMany = patience(contact, services.settings.contactRate)
  const { links, person } = await linksFor(services, inbound, {
    linked,
    proof: tooMany === null ? proof : null,
    now,
    isShared: households.length > 1,
  })
  const turn: Turn = {
    session: contact.session,
    message: messageOf(inbound),
    contact: { language: contact.language, stopped: contact.stopped },
    households,
    today,
    book,
    offices,
    reference: newReference(services),
    cases: contact.cases,
    namedReport: report,
    links,
  }
  return { turn, contact, inbound, tooMany, person }
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
