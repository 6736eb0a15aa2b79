import { type Context, Hono } from 'hono'
import { LANGUAGES } from '../../i18n/texts.ts'
import { clientAddress, networkOf } from '../../http/client-address.ts'
import { problem } from '../../http/problem.ts'
import type { Services } from '../../services.ts'
import { fieldsOf } from '../fields.ts'
import { isOwnAddress, languageOfRequest, rememberLanguage, withBack } from '../language.ts'
import type { Auth } from './auth.ts'
import { inviteRoutes } from './invite-routes.tsx'
import { countFailure, forgetFailures, isLockedOut } from './lock-out.ts'
import { codePage, signInPage } from './pages.tsx'
import { confirm, enter, leave } from './session.ts'

const ATTEMPTS_A_MINUTE = 20

/** The pages of who is not signed in yet: name and password, the code, a new member's link. */
export function signInRoutes(services: Services, auth: Auth): Hono {
  const app = new Hono()

  const { demo } = services.settings
  app.get('/console/sign-in', (c) => {
    const back = ownBack(c.req.query('back'))
    return c.html(signInPage({ language: languageOfRequest(c), demo, fault: null, back, username: '' }))
  })
  app.post('/console/sign-in', (c) => entered(services, auth, c))

  app.get('/console/sign-in/code', (c) =>
    c.html(codePage(languageOfRequest(c), ownBack(c.req.query('back')), false)),
  )
  app.post('/console/sign-in/code', async (c) => {
    const { code = '', back: asked } = await fieldsOf(c)
    const back = ownBack(asked)
    if (await isTooMany(services, c)) return problem(c, { code: 'too-many', retryAfter: 60 })
    const step = await confirm(auth, c.req.raw.headers, code)
    if (step.state === 'refused') return c.html(codePage(languageOfRequest(c), back, true), 401)
    return onward(c, step.cookies, back || '/console')
  })

  app.post('/console/sign-out', async (c) =>
    onward(c, await leave(auth, c.req.raw.headers), '/console/sign-in'),
  )

  app.post('/console/language', async (c) => {
    const { language, back = '' } = await fieldsOf(c)
    const chosen = LANGUAGES.find((one) => one === language)
    if (chosen !== undefined) rememberLanguage(c, chosen)
    return c.redirect(isOwnAddress(back) ? back : '/console', 303)
  })

  app.route('/', inviteRoutes(services, auth))
  return app
}

async function entered(services: Services, auth: Auth, c: Context): Promise<Response> {
  const { username = '', password = '', back: asked } = await fieldsOf(c)
  const back = ownBack(asked)
  const again = (fault: 'refused' | 'locked', status: 401 | 429) => {
    const { demo } = services.settings
    return c.html(signInPage({ language: languageOfRequest(c), demo, fault, back, username }), status)
  }
  if (await isTooMany(services, c)) return problem(c, { code: 'too-many', retryAfter: 60 })
  if (await isLockedOut(services, username)) return again('locked', 429)
  const step = await enter(auth, c.req.raw.headers, { username, password })
  if (step.state === 'refused') {
    await countFailure(services, username)
    return again('refused', 401)
  }
  await forgetFailures(services, username)
  const onto = step.state === 'in' ? back || '/console' : withBack('/console/sign-in/code', back)
  return onward(c, step.cookies, onto)
}

// Nobody is led away from the console by a link to its sign-in.
function ownBack(back: string | undefined): string {
  return back !== undefined && isOwnAddress(back) ? back : ''
}

function onward(c: Context, cookies: readonly string[], to: string): Response {
  for (const cookie of cookies) c.header('set-cookie', cookie, { append: true })
  return c.redirect(to, 303)
}

async function isTooMany({ limiter, vault, settings }: Services, c: Context): Promise<boolean> {
  const network = networkOf(clientAddress(c, settings) ?? 'none')
  return !(await limiter(vault.index('rate', `sign-in ${network}`), ATTEMPTS_A_MINUTE))
}
