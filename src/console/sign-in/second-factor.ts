import type { Auth } from './auth.ts'

/** What is shown once: the key for an authenticator, and codes for the day it is lost. */
export type Enrolment = {
  readonly uri: string
  readonly secret: string
  readonly backupCodes: readonly string[]
}

/** Begins a second factor; it counts once a code of it was given back. Null for a wrong password. */
export async function enrol(auth: Auth, headers: Headers, password: string): Promise<Enrolment | null> {
  const response = await auth.api.enableTwoFactor({ body: { password }, headers, asResponse: true })
  if (!response.ok) return null
  const { totpURI, backupCodes } = readEnabled(await response.json())
  return { uri: totpURI, secret: new URL(totpURI).searchParams.get('secret') ?? '', backupCodes }
}

/** New codes for the day the authenticator is lost; the old ones are gone. Null for a wrong password. */
export async function renewBackupCodes(
  auth: Auth,
  headers: Headers,
  password: string,
): Promise<readonly string[] | null> {
  const response = await auth.api.generateBackupCodes({ body: { password }, headers, asResponse: true })
  return response.ok ? readCodes(await response.json()) : null
}

// The library's own answers, over its JSON.
function readEnabled(json: unknown): { readonly totpURI: string; readonly backupCodes: readonly string[] } {
  return json as { readonly totpURI: string; readonly backupCodes: readonly string[] }
}

function readCodes(json: unknown): readonly string[] {
  return (json as { readonly backupCodes: readonly string[] }).backupCodes
}
