import { type Context, Hono } from 'hono'
import type { FieldFault } from '../../fault.ts'
import type { Services } from '../../services.ts'
import { fieldsOf } from '../fields.ts'
import { languageOfRequest } from '../language.ts'
import type { Auth } from './auth.ts'
import { acceptInvite, findInvite } from './invites.ts'
import { invitePage } from './pages.tsx'

const INVITE = '/console/invite/:token'

/** A new member's link: whom it is for, and the password that they choose. */
export function inviteRoutes(services: Services, auth: Auth): Hono {
  const app = new Hono()
  app.get(INVITE, (c) => show(c, c.req.param('token'), null))
  app.post(INVITE, async (c) => {
    const { password = '' } = await fieldsOf(c)
    const token = c.req.param('token')
    const made = await acceptInvite(services, auth, token, password)
    return made.ok ? c.redirect('/console/sign-in', 303) : show(c, token, made.fault.fields ?? [])
  })
  return app

  async function show(c: Context, token: string, faults: readonly FieldFault[] | null): Promise<Response> {
    const found = await findInvite(services, token)
    const page = await invitePage({ language: languageOfRequest(c), at: c.req.path }, found, faults ?? [])
    return c.html(page, found === null ? 404 : faults === null ? 200 : 422)
  }
}
