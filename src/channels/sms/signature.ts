import { getExpectedTwilioSignature, validateRequest } from 'twilio/lib/webhooks/webhooks.js'

/** A form as Twilio signs it: a name given more than once keeps all its values. */
export type FormFields = Readonly<Record<string, string | readonly string[]>>

/** The signature Twilio would put on a form posted to this URL. Used by the simulator and the terminal, as a provider. */
export function sign(authToken: string, url: string, fields: FormFields): string {
  return getExpectedTwilioSignature(authToken, url, fields)
}

/** Whether the form came from who holds the token; false, never an error, for a malformed signature. */
export function isSigned(authToken: string, signature: string, url: string, fields: FormFields): boolean {
  return validateRequest(authToken, signature, url, fields)
}
