import type { Auth } from './auth.ts'

/** What came of a step of signing in: `cookies` are to be handed to the browser as they are. */
export type SignInStep =
  | { readonly state: 'in' | 'needs-code'; readonly cookies: readonly string[] }
  | { readonly state: 'refused' }

/** The first step: user name and password. One who has a second factor is asked for it next. */
export async function enter(
  auth: Auth,
  headers: Headers,
  { username, password }: { readonly username: string; readonly password: string },
): Promise<SignInStep> {
  const response = await auth.api.signInUsername({ body: { username, password }, headers, asResponse: true })
  if (!response.ok) return { state: 'refused' }
  const body: unknown = await response.json()
  const asksCode = typeof body === 'object' && body !== null && 'twoFactorRedirect' in body
  return { state: asksCode ? 'needs-code' : 'in', cookies: response.headers.getSetCookie() }
}

/** The second step: six digits of the authenticator, or one of the codes kept for its loss. */
export async function confirm(auth: Auth, headers: Headers, code: string): Promise<SignInStep> {
  const bare = code.replace(/\s/g, '').normalize('NFKC')
  const body = { body: { code: bare }, headers, asResponse: true } as const
  const response = /^\d{6}$/.test(bare)
    ? await auth.api.verifyTOTP(body)
    : await auth.api.verifyBackupCode(body)
  return response.ok ? { state: 'in', cookies: response.headers.getSetCookie() } : { state: 'refused' }
}

/** Ends this session; its cookies to be handed over forget it. */
export async function leave(auth: Auth, headers: Headers): Promise<readonly string[]> {
  const response = await auth.api.signOut({ headers, asResponse: true })
  return response.headers.getSetCookie()
}
