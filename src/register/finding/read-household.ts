import { auditWrite } from '../../audit/entry.ts'
import type { Services } from '../../services.ts'
import type { Actor } from '../../staff/actor.ts'
import { isWithin } from '../../staff/area.ts'
import { may } from '../../staff/permissions.ts'
import type { Household } from '../household.ts'
import { loadHousehold } from './look-up.ts'

/** One household of the actor's area; null where there is none. Each look at a record stands in the audit. */
export async function readHousehold(services: Services, actor: Actor, id: string): Promise<Household | null> {
  if (!may(actor, 'register.read')) return null
  const household = await loadHousehold(services, id)
  if (household === null || !isWithin(actor.area, household)) return null
  await services.store.atomically([
    auditWrite(services, actor, { action: 'household.read', subject: id, place: household }),
  ])
  return household
}
