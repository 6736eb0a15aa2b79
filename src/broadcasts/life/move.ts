import { auditWrite } from '../../audit/entry.ts'
import type { Fault, Result } from '../../fault.ts'
import type { Services } from '../../services.ts'
import type { Actor } from '../../staff/actor.ts'
import { type Action, may } from '../../staff/permissions.ts'
import { mustHaveChangedOne, type Query, statement } from '../../storage/store.ts'
import type { Broadcast } from '../broadcast.ts'
import { findBroadcast } from '../find.ts'
import { type State, stateAfter, type Verb } from './states.ts'

/** What came of a verb. */
export type BroadcastResult<T = Broadcast> = Result<T>

/** A verb that staff do, as `move` does it. */
export type Move = {
  readonly verb: Exclude<Verb, 'start' | 'recur' | 'finish'>
  /** Any of these permissions will do. */
  readonly allowed: readonly Action[]
  /** What stands against it, beyond its state; null for nothing. */
  readonly against?: (broadcast: Broadcast) => Promise<Fault | null> | Fault | null
  /** What is written with it, in the same batch. */
  readonly writes?: (broadcast: Broadcast) => Promise<readonly Query[]> | readonly Query[]
}

const MOVE = `update broadcasts set state = ?3, version = version + 1, verb = ?4, verb_by = ?5, verb_at = ?6
  where id = ?1 and version = ?2`

/** The clock moves broadcasts too: what staff do in that moment is tried again upon what it left. */
const ATTEMPTS = 5

/**
 * Does one verb with a broadcast: its state as a compare-and-set, what goes with it, and the audit, in one batch. The same
 * again by the same person is answered as the first was, and does nothing. `version`: the one that the actor has seen.
 * Faults: forbidden, not-found (or beyond the actor's area), conflict (its state does not allow it, or it has changed).
 */
export async function move(
  services: Services,
  actor: Actor,
  id: string,
  step: Move,
  version?: number,
): Promise<BroadcastResult> {
  if (!step.allowed.some((action) => may(actor, action))) return refused({ code: 'forbidden' })
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const found = await findBroadcast(services, actor, id)
    if (found === null) return refused({ code: 'not-found' })
    if (isRepeated(found, actor, step.verb)) return { ok: true, value: found }
    const to = stateAfter(found.state, step.verb)
    if (to === null || (version !== undefined && version !== found.version)) return refused(conflict(found))
    const fault = (await step.against?.(found)) ?? null
    if (fault !== null) return refused(fault)
    const commit = await services.store.atomically(await writesOf(services, actor, step, found, to))
    if (commit === 'conflict') continue
    services.wake('broadcast')
    services.log.info('broadcast moved', { verb: step.verb, state: to, by: actor.name })
    return { ok: true, value: (await findBroadcast(services, actor, id)) ?? found }
  }
  return refused({ code: 'conflict' })
}

function isRepeated({ verb, verbBy, state }: Broadcast, { name }: Actor, wanted: Move['verb']): boolean {
  // Revised again it is another text, and what failed may fail again.
  if (wanted === 'revise' || (wanted === 'again' && state === 'done')) return false
  return verb === wanted && verbBy === name
}

async function writesOf(
  services: Services,
  actor: Actor,
  { verb, writes }: Move,
  found: Broadcast,
  to: State,
): Promise<readonly Query[]> {
  const { county, township = null } = found.audience
  const detail = { from: found.state, to, version: found.version + 1 }
  return [
    statement(MOVE, [found.id, found.version, to, verb, actor.name, services.clock().toISOString()]),
    mustHaveChangedOne(),
    auditWrite(services, actor, {
      action: `broadcast.${verb}`,
      subject: found.id,
      place: { county, township },
      detail,
    }),
    ...((await writes?.(found)) ?? []),
  ]
}

function conflict({ state }: Broadcast): Fault {
  return { code: 'conflict', fields: [{ path: 'state', problem: `is ${state}`, told: { code: 'moved-on' } }] }
}

function refused(fault: Fault): { readonly ok: false; readonly fault: Fault } {
  return { ok: false, fault }
}
