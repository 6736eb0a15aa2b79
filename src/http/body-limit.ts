import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { problem } from './problem.ts'

/** Refuses a body over `maxSize` bytes with 413, and lets go of it: on Node a body left unread costs the client its connection. */
export function limitBody(maxSize: number): MiddlewareHandler {
  const counting = bodyLimit({ maxSize, onError: tooLarge })
  return (c, next) => {
    // A length that was told is held to by the HTTP parser. Only a body without one has to be counted, which on Node
    // costs as much as all else of a request.
    const length = c.req.header('content-length')
    if (length === undefined || c.req.header('transfer-encoding') !== undefined) return counting(c, next)
    return Number(length) > maxSize ? tooLarge(c) : next()
  }
}

async function tooLarge(c: Context): Promise<Response> {
  const { body } = c.req.raw
  if (body !== null && !body.locked) await body.cancel()
  return problem(c, { code: 'too-large' })
}
