import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { FAULT_CODES, type Fault } from '../fault.ts'

/** What HTTP alone can get wrong is told beside what every transport tells. */
const HTTP_CODES = ['method-not-allowed'] as const
export const PROBLEM_TYPES = [...FAULT_CODES, ...HTTP_CODES] as const

type Code = (typeof PROBLEM_TYPES)[number]

const STATUS: Readonly<Record<Code, ContentfulStatusCode>> = {
  invalid: 422,
  malformed: 400,
  unauthorized: 401,
  forbidden: 403,
  'not-found': 404,
  'method-not-allowed': 405,
  conflict: 409,
  'too-large': 413,
  'too-many': 429,
  'unsupported-media': 415,
  internal: 500,
}

const TITLE: Readonly<Record<Code, string>> = {
  invalid: 'Some fields are not valid',
  malformed: 'The request cannot be read',
  unauthorized: 'A bearer token or a session is needed',
  forbidden: 'Not allowed',
  'not-found': 'Nothing here',
  'method-not-allowed': 'This address takes another method',
  conflict: 'It has changed meanwhile',
  'too-large': 'The body is too large',
  'too-many': 'Too many requests',
  'unsupported-media': 'This media type is not understood',
  internal: 'Something went wrong here',
}

/** A fault as HTTP tells it: `application/problem+json` (RFC 9457), every invalid field named, no value repeated. */
export function problem(c: Context, fault: Omit<Fault, 'code'> & { readonly code: Code }): Response {
  const status = STATUS[fault.code]
  const body = {
    type: `urn:huixue:problem:${fault.code}`,
    title: TITLE[fault.code],
    status,
    ...(fault.fields === undefined
      ? {}
      : { errors: fault.fields.map(({ path, problem: said }) => ({ path, problem: said })) }),
  }
  const retry = fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) }
  return c.body(JSON.stringify(body), status, {
    'content-type': 'application/problem+json; charset=utf-8',
    ...(fault.code === 'too-large' && isEndless(c) ? { connection: 'close' } : {}),
    ...retry,
  })
}

// A body that did not say its length may be left half read: its connection cannot carry another request.
function isEndless(c: Context): boolean {
  return c.req.header('transfer-encoding') !== undefined
}
