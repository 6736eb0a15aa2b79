import type { Context } from 'hono'
import type { Fault } from '../../fault.ts'
import type { Settings } from '../../settings.ts'
import { type FormFields, isSigned } from './signature.ts'

export type VerifiedForm =
  | { readonly ok: true; readonly form: URLSearchParams }
  | { readonly ok: false; readonly fault: Fault }

/** The form of a webhook, if Twilio signed it for our public URL. Nothing of an unsigned one is looked at further. */
export async function verifiedForm(c: Context, settings: Settings): Promise<VerifiedForm> {
  const { authToken } = settings.twilio
  const signature = c.req.header('x-twilio-signature')
  if (authToken === undefined || signature === undefined) return { ok: false, fault: { code: 'forbidden' } }
  const isForm = /^application\/x-www-form-urlencoded\b/i.test(c.req.header('content-type') ?? '')
  // What is no form is signed by its address alone.
  const form = new URLSearchParams(isForm ? await c.req.text() : '')
  if (!isSigned(authToken, signature, signedUrl(c, settings), fieldsOf(form)))
    return { ok: false, fault: { code: 'forbidden' } }
  return isForm ? { ok: true, form } : { ok: false, fault: { code: 'unsupported-media' } }
}

// Behind a proxy the request's own host is not the one that Twilio called: the configured public URL is.
function signedUrl(c: Context, settings: Settings): string {
  const url = new URL(c.req.url)
  return `${settings.publicUrl}${url.pathname}${url.search}`
}

function fieldsOf(form: URLSearchParams): FormFields {
  const fields: Record<string, string | readonly string[]> = {}
  for (const name of new Set(form.keys())) {
    const values = form.getAll(name)
    fields[name] = values.length === 1 ? (values[0] ?? '') : values
  }
  return fields
}
