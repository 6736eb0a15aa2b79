import type { Context } from 'hono'
import type { Settings } from '../settings.ts'

/** What @hono/node-server puts beside a request; nothing like it is there on Workers. */
export type NodeBindings = { readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } } }

/**
 * The address a request came from; null for one made inside this process.
 * Cloudflare's header is read only where Cloudflare runs us, and a proxy's only where one is said to stand before us:
 * anyone else could send it.
 */
export function clientAddress(
  c: Context<{ Bindings: NodeBindings }>,
  { behindProxy }: Pick<Settings, 'behindProxy'>,
): string | null {
  const { incoming } = bindingsOf(c)
  if (incoming === undefined) return c.req.header('cf-connecting-ip') ?? null
  return (behindProxy ? forwardedFor(c) : null) ?? incoming.socket?.remoteAddress ?? null
}

// The last of them is the proxy's own word; those before it are what it was told.
function forwardedFor(c: Context<{ Bindings: NodeBindings }>): string | null {
  const last = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() ?? ''
  return last === '' ? null : last
}

// A request dispatched without bindings has none, whatever the type says.
function bindingsOf(c: Context<{ Bindings: NodeBindings }>): NodeBindings {
  return c.env ?? {}
}

/** What one customer of a network is given, so what is counted together: an IPv4 address, or the /64 of an IPv6 one. */
export function networkOf(address: string): string {
  const bare = address.replace(/^::ffff:(?=\d+\.)/i, '')
  if (!bare.includes(':')) return bare
  const [head = '', tail] = bare.replace(/%.*$/, '').split('::')
  const left = groups(head)
  const right = groups(tail ?? '')
  const zeros = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0')
  return [...left, ...zeros, ...right].slice(0, 4).join(':')
}

function groups(part: string): string[] {
  return part === '' ? [] : part.split(':').map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''))
}
