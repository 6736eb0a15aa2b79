import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { MiddlewareHandler } from 'hono'
import { problem } from '../../http/problem.ts'
import { isSame } from '../../privacy/same.ts'
import type { Services } from '../../services.ts'
import { type Actor, tokenActor } from '../../staff/actor.ts'

/** Who asks: named as API_TOKENS names the token. */
export type StaffEnv = { readonly Variables: { readonly actor: Actor } }

/** Lets in who bears a token of API_TOKENS (RFC 6750); anybody else gets 401 and learns nothing of what is there. */
export function bearerOf({
  settings: { apiTokens },
}: Pick<Services, 'settings'>): MiddlewareHandler<StaffEnv> {
  return async (c, next) => {
    const token = /^Bearer +([\w.~+/-]+=*)$/i.exec(c.req.header('authorization') ?? '')?.[1]
    const name = token === undefined ? null : holderOf(token, apiTokens)
    c.header('cache-control', 'no-store')
    c.header('x-content-type-options', 'nosniff')
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
