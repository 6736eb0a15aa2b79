import { auditWrite } from '../../audit/entry.ts'
import type { Services } from '../../services.ts'
import { statement } from '../../storage/store.ts'
import type { Desk } from '../desk.ts'

export type OpenSession = { readonly id: string; readonly userAgent: string | null; readonly since: Date }

const OPEN = `select id, user_agent as userAgent, created_at as createdAt from staff_sessions
  where user_id = ?1 and expires_at > ?2 order by created_at desc`

/** Where somebody is signed in at this moment, the latest first. */
export async function listSessions(
  { store }: Pick<Services, 'store'>,
  { userId }: Pick<Desk, 'userId'>,
): Promise<readonly OpenSession[]> {
  type Row = { readonly id: string; readonly userAgent: string | null; readonly createdAt: number }
  // The library keeps its own time, that of the machine.
  const rows = await store.rows<Row>(OPEN, [userId, Date.now()])
  return rows.map(({ id, userAgent, createdAt }) => ({ id, userAgent, since: new Date(createdAt) }))
}

/** Signs somebody out everywhere but here. */
export async function endOtherSessions(services: Services, desk: Desk, kept: string): Promise<void> {
  await services.store.atomically([
    statement('delete from staff_sessions where user_id = ?1 and id <> ?2', [desk.userId, kept]),
    auditWrite(services, desk.actor, { action: 'staff.end-sessions', subject: desk.actor.name }),
  ])
}
