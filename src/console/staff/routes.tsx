import { Hono } from 'hono'
import type { Fault } from '../../fault.ts'
import type { Services } from '../../services.ts'
import { areaOf } from '../../staff/area.ts'
import { ROLES } from '../../staff/permissions.ts'
import type { DeskEnv } from '../desk.ts'
import { fieldsOf } from '../fields.ts'
import { allowed } from '../guard.ts'
import { invite } from '../sign-in/invites.ts'
import { listMembers, setDisabled } from './members.ts'
import { staffPage } from './page.tsx'

const NO_AREA: Fault = {
  code: 'invalid',
  fields: [{ path: 'area', problem: 'no area of Gansu', told: { code: 'no-area' } }],
}

/** Members of staff: who there is, a link for a new one, shutting out. */
export function staffRoutes(services: Services): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()
  app.use('/console/staff/*', allowed('staff.manage'))

  app.get('/console/staff', async (c) =>
    staffPage(c, await listMembers(services, c.get('desk').actor), { link: null, fault: null, filled: {} }),
  )
  app.post('/console/staff', async (c) => {
    const { actor } = c.get('desk')
    const filled = await fieldsOf(c)
    const { username = '', name = '', role, area = '', township = '' } = filled
    const given = ROLES.find((one) => one === role)
    const where = areaOf(area, township.trim() === '' ? null : township.trim())
    if (given === undefined || where === null)
      return staffPage(c, await listMembers(services, actor), { link: null, fault: NO_AREA, filled })
    const made = await invite(services, actor, { username, name, role: given, area: where })
    const members = await listMembers(services, actor)
    if (made.ok)
      return staffPage(c, members, {
        link: `${services.settings.publicUrl}/console/invite/${made.value}`,
        fault: null,
        filled: {},
      })
    return staffPage(c, members, { link: null, fault: made.fault, filled })
  })
  app.post('/console/staff/:id/:what{disable|enable}', async (c) => {
    await setDisabled(services, c.get('desk').actor, c.req.param('id'), c.req.param('what') === 'disable')
    return c.redirect('/console/staff', 303)
  })
  return app
}
