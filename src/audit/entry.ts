import type { Services } from '../services.ts'
import type { Actor } from '../staff/actor.ts'
import type { Place } from '../staff/area.ts'
import { type Query, statement } from '../storage/store.ts'

/** What was done. Neither it nor `detail` ever holds what is personal of a family. */
export type Audited = {
  /** What was done, as `room.verb`: `household.read`, `broadcast.approve`. */
  readonly action: string
  /** The id of what it was done to. */
  readonly subject?: string | null
  readonly place?: Place | null
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>
}

const ENTRY = `insert into audit_entries (id, at, actor, role, action, subject, county, township, detail)
  values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)`

/** The write that keeps what an actor did; it goes in the same batch as the deed, so that neither is without the other. */
export function auditWrite(
  { ids, clock }: Pick<Services, 'ids' | 'clock'>,
  { name, role }: Pick<Actor, 'name' | 'role'>,
  { action, subject = null, place = null, detail }: Audited,
): Query {
  const told = detail === undefined ? null : JSON.stringify(detail)
  return statement(ENTRY, [
    ids(),
    clock().toISOString(),
    name,
    role,
    action,
    subject,
    place?.county ?? null,
    place?.township ?? null,
    told,
  ])
}
