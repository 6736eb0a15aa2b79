import { asksToUndo } from '../conversation/hearing/link-words.ts'
import type { Links } from '../conversation/turn.ts'
import { householdProven } from '../linking/household-proven.ts'
import { householdsOfTelephone } from '../linking/households-of-telephone.ts'
import { misnamesOf } from '../linking/tries.ts'
import { hasUndoable } from '../linking/undo.ts'
import { loadHousehold } from '../register/finding/look-up.ts'
import { dayOf } from '../time/clock.ts'
import type { Services } from '../services.ts'
import type { Proof } from '../understanding/proof/read-proof.ts'
import type { Inbound } from './inbound.ts'

/** What a turn may know of links, and the person whose number its proof showed. */
type Looked = { readonly links: Links; readonly person: string | null }

type Asked = {
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
  { linked, proof, now, isShared }: Asked,
): Promise<Looked> {
  const { address, channel, sharedTelephone, text } = inbound
  const misnamed = isShared ? await misnamesOf(services, address, dayOf(now)) : 0
  const undoable = asksToUndo(text) && (await hasUndoable(services, address, now))
  const known = { linked, undoable, misnamed }
  if (sharedTelephone !== undefined) {
    const ids = await householdsOfTelephone(services, sharedTelephone, address)
    const proven = { how: 'shared-contact', households: await load(services, ids) } as const
    return { links: { ...known, proven }, person: null }
  }
  if (proof === null) return { links: { ...known, proven: null }, person: null }
  const trying = { channel, address, providerId: inbound.providerId, today: dayOf(now) }
  const found = await householdProven(services, trying, proof)
  const households = await load(services, found === null ? [] : [found.household])
  const proven = { how: 'id-number', households } as const
  return { links: { ...known, proven }, person: found?.person ?? null }
}

async function load(services: Services, ids: readonly string[]) {
  const households = await Promise.all(ids.map((id) => loadHousehold(services, id)))
  return households.flatMap((household) => household ?? [])
}
