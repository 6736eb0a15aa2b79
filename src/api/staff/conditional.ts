import type { Context } from 'hono'
import { digestOf, type Once } from '../../broadcasts/life/once.ts'
import type { Result } from '../../fault.ts'

/** `Idempotency-Key`, with a digest of what is asked under it; undefined where none is given. */
export function onceOf(c: Context, asked: object): Result<Once | undefined> {
  const key = c.req.header('idempotency-key')
  if (key === undefined) return { ok: true, value: undefined }
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) return refused('Idempotency-Key', 'must be 1 to 255 visible signs')
  return { ok: true, value: { key, digest: digestOf(asked) } }
}

/** The version in `If-Match`, as an ETag told it; undefined where any will do. */
export function versionOf(c: Context): Result<number | undefined> {
  const tag = c.req.header('if-match')
  if (tag === undefined || tag === '*') return { ok: true, value: undefined }
  const version = /^"(\d{1,9})"$/.exec(tag)?.[1]
  return version === undefined
    ? refused('If-Match', 'must be the ETag of a broadcast')
    : { ok: true, value: Number(version) }
}

function refused(path: string, problem: string): Result<never> {
  return { ok: false, fault: { code: 'invalid', fields: [{ path, problem }] } }
}
