import type { Services } from '../../services.ts'
import { type Area, PROVINCE } from '../../staff/area.ts'
import type { Role } from '../../staff/permissions.ts'
import { createAuth } from './auth.ts'
import { createStaff } from './invites.ts'

type DemoMember = {
  readonly username: string
  readonly name: string
  readonly password: string
  readonly role: Exclude<Role, 'service'>
  readonly area: Area
}

const DANGCHANG: Area = { code: '621223', township: null }

/** The demo's log-ins, known to all: they are worth nothing outside it. */
export const DEMO_STAFF: readonly DemoMember[] = [
  {
    username: 'admin',
    name: '省管理员',
    password: 'huixue-admin',
    role: 'province-administrator',
    area: PROVINCE,
  },
  { username: 'operator', name: '经办员', password: 'huixue-operator', role: 'operator', area: PROVINCE },
  { username: 'approver', name: '审核员', password: 'huixue-approver', role: 'approver', area: PROVINCE },
  {
    username: 'dangchang',
    name: '宕昌县管理员',
    password: 'huixue-dangchang',
    role: 'county-administrator',
    area: DANGCHANG,
  },
  { username: 'inspector', name: '检查员', password: 'huixue-inspector', role: 'inspector', area: PROVINCE },
]

/** Makes the demo's log-ins in a database that has none. Does nothing outside the demo. */
export async function loadDemoStaff(services: Services): Promise<void> {
  if (!services.settings.demo) return
  const [any] = await services.store.rows('select 1 from staff_users limit 1')
  if (any !== undefined) return
  const auth = createAuth(services)
  for (const { password, ...member } of DEMO_STAFF) await createStaff(auth, member, password)
}
