import type { Day } from '../../policy/facts.ts'
import { withPlainDigits } from '../../understanding/proof/last-six.ts'
import { type Proof, readProof } from '../../understanding/proof/read-proof.ts'
import { asOfToday } from '../session/fading.ts'
import { speaksOfIdNumber, speaksOfLinking } from './link-words.ts'
import { withoutIdNumbers, withoutProof } from './mask.ts'
import type { Session } from '../session/session.ts'

/** A message as it may be handed on and kept, and the proof that it gives; null for none. */
export type Offered = { readonly text: string; readonly proof: Proof | null }

type Talk = {
  readonly session: Session
  readonly today: Day
  readonly stopped: boolean
  /** Its telephone stands on a household already: what it tells of ID numbers is no wish to be linked. */
  readonly isKnown: boolean
}

/**
 * Whether a message is a try to be linked: asked for by the talk, by its words, or told by an unknown telephone. It is
 * told before the turn, for two reasons: a try is spent, and looked up, before anything is decided, so that the decision
 * stays pure and is made once; and the digits never reach what decides, so that no session, case or message can hold them.
 */
export function proofOffered(text: string, { session, today, stopped, isKnown }: Talk): Offered {
  const { asking } = asOfToday(session, today)
  const isAwaited = asking?.kind === 'link'
  // Words that a case or a question waits for are its own.
  const isFree = asking === null || asking.kind === 'menu' || asking.kind === 'offer'
  const isAsked = isAwaited || speaksOfLinking(text)
  const isTold = isFree && !isKnown && speaksOfIdNumber(text)
  if (stopped || !(isAsked || isTold)) return { text: withoutIdNumbers(text), proof: null }
  const proof = readProof(text, isAwaited && asking.name !== '' ? asking.name : null)
  const isProof = proof !== null && (isAsked || (INTRODUCING.test(text) && proof.names.every(isSurelyName)))
  return { text: withoutProof(withPlainDigits(text)), proof: isProof ? proof : null }
}

const INTRODUCING = /叫|我是|姓名|名字|户主|མིང/u

// 我是贫困户，身份证后六位… names nobody.
function isSurelyName(name: string): boolean {
  return !/^\p{Script=Han}{5,}$|[没不未户证号]|登记|建档/u.test(name)
}
