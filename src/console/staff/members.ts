import { auditWrite } from '../../audit/entry.ts'
import type { Services } from '../../services.ts'
import type { Actor } from '../../staff/actor.ts'
import { areaCondition, areaOf, contains } from '../../staff/area.ts'
import { may, type Role } from '../../staff/permissions.ts'
import { mustHaveChangedOne, statement } from '../../storage/store.ts'

/** A member of staff as an administrator sees them. */
export type Member = {
  readonly id: string
  readonly username: string
  readonly name: string
  readonly role: Role
  readonly areaCode: string
  readonly township: string | null
  readonly disabled: boolean
  readonly hasSecondFactor: boolean
}

type Row = Omit<Member, 'disabled' | 'hasSecondFactor'> & {
  readonly disabled: number
  readonly hasSecondFactor: number
}

const COLUMNS = `select id, username, name, role, area_code as areaCode, township, disabled,
  two_factor_enabled as hasSecondFactor from staff_users`

/** The members whose area lies within the actor's, by user name. */
export async function listMembers(
  { store }: Pick<Services, 'store'>,
  { area }: Pick<Actor, 'area'>,
): Promise<readonly Member[]> {
  const { sql, params } = areaCondition(area, { county: 'area_code', township: 'township' }, 1)
  const rows = await store.rows<Row>(`${COLUMNS} where ${sql} order by username`, params)
  return rows.map(memberOf)
}

/**
 * Shuts a member out, their sessions ended, or lets them in again. Nobody shuts themselves out. False where it is not
 * the actor's to do.
 */
export async function setDisabled(
  services: Services,
  actor: Actor,
  id: string,
  disabled: boolean,
): Promise<boolean> {
  const [row] = await services.store.rows<Row>(`${COLUMNS} where id = ?1`, [id])
  const area = row === undefined ? null : areaOf(row.areaCode, row.township)
  if (row === undefined || area === null || row.username === actor.name) return false
  if (!may(actor, 'staff.manage') || !contains(actor.area, area)) return false
  const commit = await services.store.atomically([
    statement('update staff_users set disabled = ?2 where id = ?1', [id, disabled ? 1 : 0]),
    mustHaveChangedOne(),
    statement('delete from staff_sessions where user_id = ?1', [id]),
    auditWrite(services, actor, {
      action: disabled ? 'staff.disable' : 'staff.enable',
      subject: row.username,
    }),
  ])
  return commit === 'committed'
}

function memberOf({ disabled, hasSecondFactor, ...row }: Row): Member {
  return { ...row, disabled: disabled === 1, hasSecondFactor: hasSecondFactor === 1 }
}
