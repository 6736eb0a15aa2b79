import { once } from 'node:events'
import { createServer } from 'node:net'
import { createAdaptorServer, type ServerType } from '@hono/node-server'
import type { Hono } from 'hono'

/** How long requests under way may take to end once the program is told to stop. */
const GRACE_MS = 5000
/** How often, meanwhile, connections are ended on which nothing is asked any more. */
const IDLE_EVERY_MS = 500

export type Listening = {
  readonly port: number
  /** Takes no more connections; settles once what was asked is answered. */
  readonly end: () => Promise<void>
}

/**
 * Answers HTTP on a port (0: a free one); `shared`, beside other threads that do: the system gives each connection to one
 * of them. Rejects with the system's error.
 */
export async function listen(app: Hono, port: number, shared: boolean): Promise<Listening> {
  const server = createAdaptorServer({ fetch: app.fetch })
  server.listen({ port, reusePort: shared })
  await once(server, 'listening')
  return { port: portOf(server), end: () => endOf(server) }
}

/**
 * The port, or a free one for 0, if nobody has it: of those who share a port none is told of the others, nor that one is
 * another program. Rejects with the system's error.
 */
export async function unusedPort(port: number): Promise<number> {
  const alone = createServer().listen(port)
  await once(alone, 'listening')
  const unused = portOf(alone)
  // At once, not in a while: it is listened on again before another could.
  alone.close()
  return unused
}

function portOf(server: Pick<ServerType, 'address'>): number {
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

async function endOf(server: ServerType): Promise<void> {
  const closed = new Promise<void>((settle) => {
    server.close(() => settle())
  })
  if (!('closeIdleConnections' in server)) return closed
  // A provider keeps its connection and asks on over it: it is told with each answer to take another.
  server.prependListener('request', (_request, response) => response.setHeader('connection', 'close'))
  const idle = setInterval(() => server.closeIdleConnections(), IDLE_EVERY_MS)
  const late = setTimeout(() => server.closeAllConnections(), GRACE_MS)
  await closed
  clearInterval(idle)
  clearTimeout(late)
}
