import { bodyLimit } from 'hono/body-limit'
import { problem } from './problem.ts'

/** Refuses a body over `maxSize` bytes with 413, and lets go of it: on Node a body left unread costs the client its connection. */
export function limitBody(maxSize: number): ReturnType<typeof bodyLimit> {
  return bodyLimit({
    maxSize,
    onError: async (c) => {
      const { body } = c.req.raw
      if (body !== null && !body.locked) await body.cancel()
      return problem(c, { code: 'too-large' })
    },
  })
}
