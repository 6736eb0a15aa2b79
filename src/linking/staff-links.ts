import { auditWrite } from '../audit/entry.ts'
import type { LinkWay } from '../conversation/turn.ts'
import type { Day } from '../policy/facts.ts'
import { loadHousehold } from '../register/finding/look-up.ts'
import type { Services } from '../services.ts'
import type { Actor } from '../staff/actor.ts'
import { isWithin } from '../staff/area.ts'
import { may } from '../staff/permissions.ts'
import { mustHaveChangedOne, type Query, statement } from '../storage/store.ts'
import { undoAllWrites } from './undo.ts'

/** Who is linked to a household, by how and since when but never by which number; and how many it has cut off. */
export type HouseholdLinks = {
  readonly links: readonly { readonly how: LinkWay; readonly since: Day }[]
  readonly cutOff: number
}

const LINKS = `select how, date(linked_at, '+8 hours') as since from contact_households
  where household_id = ?1 order by linked_at`
const CUT_OFF = 'select count(*) as n from link_locks where household_id = ?1'

/** The links of a household whose record staff are looking at. */
export async function readLinks({ store }: Services, householdId: string): Promise<HouseholdLinks> {
  const [links, [counted]] = await Promise.all([
    store.rows<HouseholdLinks['links'][number]>(LINKS, [householdId]),
    store.rows<{ n: number }>(CUT_OFF, [householdId]),
  ])
  return { links, cutOff: counted?.n ?? 0 }
}

/** Takes back all links of a household, whenever they were made; whom they were of is cut off. False where the actor may not. */
export async function takeBackLinks(services: Services, actor: Actor, householdId: string): Promise<boolean> {
  const writes = await undoAllWrites(services, householdId, services.clock())
  return change(services, actor, householdId, 'household.links-taken-back', writes)
}

/** Whom a household has cut off may be linked again: a daughter's telephone, taken for a stranger's. False where the actor may not. */
export async function admitAgain(services: Services, actor: Actor, householdId: string): Promise<boolean> {
  const writes = [statement('delete from link_locks where household_id = ?1', [householdId])]
  return change(services, actor, householdId, 'household.cut-off-admitted', writes)
}

const STILL = 'update households set id = id where id = ?1'

async function change(
  services: Services,
  actor: Actor,
  householdId: string,
  action: string,
  writes: readonly Query[],
): Promise<boolean> {
  const household = await loadHousehold(services, householdId)
  if (!may(actor, 'register.correct') || household === null || !isWithin(actor.area, household)) return false
  const audit = auditWrite(services, actor, { action, subject: householdId, place: household })
  const guard = [statement(STILL, [householdId]), mustHaveChangedOne()]
  return (await services.store.atomically([...guard, ...writes, audit])) === 'committed'
}
