import type { Context, MiddlewareHandler } from 'hono'
import { LANGUAGES } from '../i18n/texts.ts'
import { problem } from '../http/problem.ts'
import type { Services } from '../services.ts'
import type { Actor } from '../staff/actor.ts'
import { areaOf } from '../staff/area.ts'
import { type Action, may, ROLES } from '../staff/permissions.ts'
import type { Desk, DeskEnv } from './desk.ts'
import { languageOfRequest, withBack } from './language.ts'
import type { Auth } from './sign-in/auth.ts'

/** Lets in who is signed in, with their second factor set up; anybody else is sent to sign in and learns nothing. */
export function signedIn(services: Services, auth: Auth): MiddlewareHandler<DeskEnv> {
  return async (c, next) => {
    const desk = await deskOfSession(auth, c.req.raw.headers, languageOfRequest(c))
    c.header('cache-control', 'no-store')
    if (desk === null) return c.redirect(signInAddress(c), 303)
    const isSettingUp = c.req.path.startsWith('/console/account')
    if (!isSettingUp && !isGuarded(services, desk)) return c.redirect('/console/account', 303)
    c.set('desk', desk)
    return next()
  }
}

// Whoever's session has ended comes back to the page they asked for; what was posted has none.
function signInAddress({ req }: Context): string {
  const { pathname, search } = new URL(req.url)
  const isPage = req.method === 'GET' && pathname !== '/console'
  return isPage ? withBack('/console/sign-in', pathname + search) : '/console/sign-in'
}

/** Who a request's session is of, as the API asks; nobody without their second factor set up. */
export function sessionActor(services: Services, auth: Auth): (headers: Headers) => Promise<Actor | null> {
  return async (headers) => {
    const desk = await deskOfSession(auth, headers, 'zh-CN')
    return desk !== null && isGuarded(services, desk) ? desk.actor : null
  }
}

/** Lets in whose role may do this; anybody else gets 403. */
export function allowed(action: Action): MiddlewareHandler<DeskEnv> {
  return async (c, next) => {
    if (may(c.get('desk').actor, action)) return next()
    return problem(c, { code: 'forbidden' })
  }
}

async function deskOfSession(auth: Auth, headers: Headers, fallback: Desk['language']): Promise<Desk | null> {
  const session = await auth.api.getSession({ headers })
  return session === null ? null : deskOf(session.user, fallback)
}

// The demo's log-ins are known to all: a second factor would guard nothing there.
function isGuarded({ settings }: Services, { hasSecondFactor }: Desk): boolean {
  return hasSecondFactor || settings.demo
}

type User = {
  readonly id: string
  readonly name: string
  readonly username?: string | null | undefined
  readonly role: string
  readonly areaCode: string
  readonly township?: string | null | undefined
  readonly language?: string | null | undefined
  readonly twoFactorEnabled?: boolean | null | undefined
  readonly disabled?: boolean | null | undefined
}

// A role or an area that is none of ours opens nothing.
function deskOf(user: User, fallback: Desk['language']): Desk | null {
  const role = ROLES.find((one) => one === user.role && one !== 'service')
  const area = areaOf(user.areaCode, user.township ?? null)
  if (role === undefined || area === null || user.disabled === true) return null
  return {
    userId: user.id,
    actor: { name: user.username ?? user.id, role, area },
    name: user.name,
    language: LANGUAGES.find((language) => language === user.language) ?? fallback,
    hasSecondFactor: user.twoFactorEnabled === true,
  }
}
