import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { MiddlewareHandler } from 'hono'
import { problem } from '../../http/problem.ts'
import { sameSiteForms } from '../../http/same-site-forms.ts'
import { isSame } from '../../privacy/same.ts'
import type { Services } from '../../services.ts'
import { type Actor, tokenActor } from '../../staff/actor.ts'

/** Who asks: named as API_TOKENS names the token, or as they sign in. */
export type StaffEnv = { readonly Variables: { readonly actor: Actor } }
export type StaffGuard = MiddlewareHandler<StaffEnv>

/** Whose session at the console a request brings along; null for nobody's. */
export type SessionActor = (headers: Headers) => Promise<Actor | null>

/**
 * Lets in who bears a token of API_TOKENS (RFC 6750), or is signed in at the console; anybody else gets 401 and learns
 * nothing of what is there.
 */
export function admitStaff({ settings }: Pick<Services, 'settings'>, sessionActor: SessionActor): StaffGuard {
  // A browser brings its session along whoever's page it is that asks.
  const sameSite = sameSiteForms(settings)
  return async (c, next) => {
    c.header('cache-control', 'no-store')
    c.header('x-content-type-options', 'nosniff')
    const authorization = c.req.header('authorization')
    const signedIn = authorization === undefined ? await sessionActor(c.req.raw.headers) : null
    if (signedIn !== null) {
      c.set('actor', signedIn)
      return sameSite(c, next)
    }
    const token = /^Bearer +([\w.~+/-]+=*)$/i.exec(authorization ?? '')?.[1]
    const name = token === undefined ? null : holderOf(token, settings.apiTokens)
    if (name !== null) {
      c.set('actor', tokenActor(name))
      return next()
    }
    c.header(
      'www-authenticate',
      `Bearer realm="huixue"${token === undefined ? '' : ', error="invalid_token"'}`,
    )
    return problem(c, { code: 'unauthorized' })
  }
}

// Every token is compared, each in the same time, whichever it is.
function holderOf(token: string, tokens: Services['settings']['apiTokens']): string | null {
  const digest = bytesToHex(sha256(utf8ToBytes(token)))
  let holder: string | null = null
  for (const { name, sha256: expected } of tokens) if (isSame(digest, expected)) holder = name
  return holder
}
