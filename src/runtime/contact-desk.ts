import type { DurableObjectNamespace } from '@cloudflare/workers-types'
import { createTurns, type Desk, type Received } from '../inbox/desk.ts'
import type { Inbound } from '../inbox/inbound.ts'
import { receive } from '../inbox/receive.ts'
import type { Vault } from '../privacy/vault.ts'
import type { Services } from '../services.ts'
import { StoreError } from '../storage/store.ts'

/**
 * A desk on Workers: isolates share no memory, so each contact has one Durable Object that takes its messages in. It is
 * called by the blind index of the address: an object's name is shown to whoever runs the Worker. What one isolate hands
 * over it hands over in turn, since on the way to an object one call may overtake another.
 */
export function objectDesk(objects: DurableObjectNamespace, vault: Vault): Desk {
  const inTurn = createTurns<Received>()
  return (inbound) => inTurn(inbound.address, () => handOver(objects, vault, inbound))
}

async function handOver(objects: DurableObjectNamespace, vault: Vault, inbound: Inbound): Promise<Received> {
  const object = objects.get(objects.idFromName(vault.index('address', inbound.address)))
  const response = await object.fetch('https://contact/', { method: 'POST', body: JSON.stringify(inbound) })
  if (!response.ok) throw new StoreError(await response.text())
  return response.json<Received>()
}

const HERE: Desk = (_inbound, here) => here()

/** What a contact's object answers to one message; a failure is told by its code alone, as its message may hold what was written. */
export async function atDesk(services: Services, request: Request): Promise<Response> {
  try {
    // Only `objectDesk` reaches an object: nothing else can call it.
    const inbound = (await request.json()) as Inbound
    return Response.json(await receive({ ...services, desk: HERE }, inbound))
  } catch (error) {
    return new Response(error instanceof StoreError ? error.code : 'UNKNOWN', { status: 500 })
  }
}
