import { asksToUndo } from '../conversation/link-words.ts'
import type { Links } from '../conversation/turn.ts'
import { householdProven } from '../linking/household-proven.ts'
import { householdsOfTelephone } from '../linking/households-of-telephone.ts'
import { misnamesOf } from '../linking/tries.ts'
import { hasUndoable } from '../linking/undo.ts'
import { loadHousehold } from '../register/look-up.ts'
import { dayOf } from '../runtime/clock.ts'
import type { Services } from '../services.ts'
import type { Proof } from '../understanding/proof/read-proof.ts'
import type { Inbound } from './inbound.ts'

type Looked = {
  readonly linked: Links['linked']
  readonly proof: Proof | null
  readonly now: Date
  /** Several households are the contact's. */
  readonly isShared: boolean
}

/** What links a contact has, and what came of the proof that its message gives: looked up before the turn is decided. */
export async function linksFor(
  services: Services,
  inbound: Inbound,
  { linked, proof, now, isShared }: Looked,
): Promise<Links> {
  const { address, channel, sharedTelephone, text } = inbound
  const misnamed = isShared ? await misnamesOf(services, address, dayOf(now)) : 0
  const undoable = asksToUndo(text) && (await hasUndoable(services, address, now))
  if (sharedTelephone !== undefined) {
    const ids = await householdsOfTelephone(services, sharedTelephone, address)
    return {
      linked,
      undoable,
      misnamed,
      proven: { how: 'shared-contact', households: await load(services, ids) },
    }
  }
  if (proof === null) return { linked, undoable, misnamed, proven: null }
  const trying = { channel, address, providerId: inbound.providerId, today: dayOf(now) }
  const id = await householdProven(services, trying, proof)
  const households = await load(services, id === null ? [] : [id])
  return { linked, undoable, misnamed, proven: { how: 'id-number', households } }
}

async function load(services: Services, ids: readonly string[]) {
  const households = await Promise.all(ids.map((id) => loadHousehold(services, id)))
  return households.flatMap((household) => household ?? [])
}
