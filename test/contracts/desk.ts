import { createOTP } from '@better-auth/utils/otp'
import type { Hono } from 'hono'
import { createApp } from '../../src/app.ts'
import { createAuth } from '../../src/console/sign-in/auth.ts'
import { createStaff } from '../../src/console/sign-in/invites.ts'
import type { Services } from '../../src/services.ts'
import type { Area } from '../../src/staff/area.ts'
import type { Role } from '../../src/staff/permissions.ts'

export const PASSWORD = 'wanli changcheng 9'

/** A browser at the console: keeps its cookies, follows nothing. */
export type Browser = {
  readonly get: (path: string) => Promise<Response>
  readonly post: (path: string, fields?: Readonly<Record<string, string>>) => Promise<Response>
  /** Asks the API, with JSON where there is a body. */
  readonly ask: (method: string, path: string, body?: object) => Promise<Response>
  /** Posts a form with a file in it. */
  readonly hand: (path: string, fields: Readonly<Record<string, string>>, file: File) => Promise<Response>
}

/** A browser of its own at this application. */
export function browserAt(app: Hono): Browser {
  const cookies = new Map<string, string>()
  const ask = async (path: string, init: RequestInit, type?: string) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await app.request(path, {
      ...init,
      headers: { cookie, ...(type === undefined ? {} : { 'content-type': type }) },
    })
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      if (value === '' || /max-age=0/i.test(set)) cookies.delete(name)
      else cookies.set(name, value)
    }
    return response
  }
  return {
    get: (path) => ask(path, {}),
    ask: (method, path, body) =>
      body === undefined
        ? ask(path, { method })
        : ask(path, { method, body: JSON.stringify(body) }, 'application/json'),
    hand: (path, fields, file) => {
      const form = new FormData()
      for (const [name, value] of Object.entries(fields)) form.set(name, value)
      form.set('file', file)
      return ask(path, { method: 'POST', body: form })
    },
    post: (path, fields = {}) =>
      ask(
        path,
        {
          method: 'POST',
          body: new URLSearchParams(fields).toString(),
        },
        'application/x-www-form-urlencoded',
      ),
  }
}

/** A member of staff, made at once. */
export async function member(services: Services, username: string, role: Role, area: Area): Promise<void> {
  await createStaff(createAuth(services), { username, name: `member ${username}`, role, area }, PASSWORD)
}

/** A browser in which a new member of staff is signed in. */
export async function signedInAs(
  services: Services,
  username: string,
  role: Role,
  area: Area,
): Promise<Browser> {
  await member(services, username, role, area)
  const browser = browserAt(createApp(services))
  await browser.post('/console/sign-in', { username, password: PASSWORD })
  return browser
}

/** The six digits that an authenticator with this key shows now. */
export function totp(secret: string): Promise<string> {
  return createOTP(fromBase32(secret), { digits: 6, period: 30 }).totp()
}

function fromBase32(text: string): string {
  const bits = Array.from(text)
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  const bytes = bits.match(/.{8}/g)?.map((byte) => Number.parseInt(byte, 2)) ?? []
  return new TextDecoder().decode(new Uint8Array(bytes))
}
