import { Hono } from 'hono'
import { LANGUAGES } from '../../i18n/texts.ts'
import type { Services } from '../../services.ts'
import { statement } from '../../storage/store.ts'
import type { DeskEnv } from '../desk.ts'
import { fieldsOf } from '../fields.ts'
import { isOwnAddress, rememberLanguage } from '../language.ts'
import type { Auth } from '../sign-in/auth.ts'
import { enrol, renewBackupCodes } from '../sign-in/second-factor.ts'
import { confirm } from '../sign-in/session.ts'
import { accountPage, type Shown } from './page.tsx'
import { endOtherSessions, listSessions } from './sessions.ts'

/** One's own account: second factor, codes for its loss, sessions, language. */
export function accountRoutes(services: Services, auth: Auth): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()

  app.get('/console/account', async (c) => accountPage(c, await listSessions(services, c.get('desk')), {}))

  app.post('/console/account/second-factor', async (c) => {
    const { password = '' } = await fieldsOf(c)
    const enrolment = await enrol(auth, c.req.raw.headers, password)
    return show(c, enrolment === null ? { fault: 'console:password.wrong' } : { enrolment })
  })
  app.post('/console/account/second-factor/confirm', async (c) => {
    const { code = '' } = await fieldsOf(c)
    const step = await confirm(auth, c.req.raw.headers, code)
    if (step.state === 'refused') return show(c, { fault: 'console:code.refused' })
    for (const cookie of step.cookies) c.header('set-cookie', cookie, { append: true })
    return c.redirect('/console/account', 303)
  })
  app.post('/console/account/backup-codes', async (c) => {
    const { password = '' } = await fieldsOf(c)
    const backupCodes = await renewBackupCodes(auth, c.req.raw.headers, password)
    return show(c, backupCodes === null ? { fault: 'console:password.wrong' } : { backupCodes })
  })

  app.post('/console/account/sessions/end', async (c) => {
    const current = await auth.api.getSession({ headers: c.req.raw.headers })
    if (current !== null) await endOtherSessions(services, c.get('desk'), current.session.id)
    return c.redirect('/console/account', 303)
  })

  app.post('/console/account/language', async (c) => {
    const { language, back = '' } = await fieldsOf(c)
    const chosen = LANGUAGES.find((one) => one === language)
    if (chosen !== undefined) {
      rememberLanguage(c, chosen)
      await services.store.atomically([
        statement('update staff_users set language = ?2 where id = ?1', [c.get('desk').userId, chosen]),
      ])
    }
    return c.redirect(isOwnAddress(back) ? back : '/console', 303)
  })
  return app

  async function show(c: Parameters<typeof accountPage>[0], shown: Shown): Promise<Response> {
    return accountPage(c, await listSessions(services, c.get('desk')), shown)
  }
}
