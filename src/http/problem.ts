import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Fault, FaultCode } from '../fault.ts'

const STATUS: Readonly<Record<FaultCode, ContentfulStatusCode>> = {
  invalid: 422,
  malformed: 400,
  unauthorized: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'too-large': 413,
  'too-many': 429,
  'unsupported-media': 415,
  internal: 500,
}

const TITLE: Readonly<Record<FaultCode, string>> = {
  invalid: 'Some fields are not valid',
  malformed: 'The request cannot be read',
  unauthorized: 'A bearer token or a session is needed',
  forbidden: 'Not allowed',
  'not-found': 'Nothing here',
  conflict: 'It has changed meanwhile',
  'too-large': 'The body is too large',
  'too-many': 'Too many requests',
  'unsupported-media': 'This media type is not understood',
  internal: 'Something went wrong here',
}

/** A fault as HTTP tells it: `application/problem+json` (RFC 9457), every invalid field named, no value repeated. */
export function problem(c: Context, fault: Fault): Response {
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
    ...retry,
  })
}
