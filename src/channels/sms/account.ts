import type { Settings } from '../../settings.ts'

/** Where and as whom Twilio's Messages resource is spoken to. */
export type Account = {
  readonly accountSid: string
  readonly authToken: string
  /** A number, or a Messaging Service's SID. */
  readonly from: string
  readonly apiBase: string
  readonly publicUrl: string
}

/** The account of the settings; null where none is configured. */
export function accountOf({ twilio, publicUrl }: Settings): Account | null {
  const { accountSid, authToken, from, apiBase } = twilio
  if (accountSid === undefined || authToken === undefined || from === undefined) return null
  return { accountSid, authToken, from, apiBase, publicUrl }
}

/** How long Twilio may take to answer before the answer counts as lost. */
const TIMEOUT_MS = 10_000

/** The path of the account's messages. */
export function messagesPath({ accountSid }: Account): string {
  return `/2010-04-01/Accounts/${accountSid}/Messages.json`
}

/** Asks the API; rejects where no answer came. */
export function request(
  { apiBase, accountSid, authToken }: Account,
  path: string,
  init: RequestInit,
): Promise<Response> {
  return fetch(`${apiBase}${path}`, {
    ...init,
    headers: { authorization: `Basic ${btoa(`${accountSid}:${authToken}`)}` },
    signal: AbortSignal.timeout(TIMEOUT_MS),
  })
}
