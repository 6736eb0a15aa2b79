import type { Context, Hono } from 'hono'
import { pageHeaders } from './document.tsx'
import { nothingPage } from './nothing-page.tsx'
import { problem } from './problem.ts'
import { readsPages } from './reads-pages.ts'

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

/**
 * Answers what no route takes: 405 with `Allow` where the address takes another method, else 404; as a page to who opens
 * it in a browser, as a problem to a program.
 */
export function notFound(app: Hono): (c: Context) => Response | Promise<Response> {
  return (c) => {
    const takes = METHODS.filter((method) => isRouted(app, method, c.req.path))
    // What is got is also asked for by its head alone.
    const allow = takes.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]))
    if (allow.length > 0) c.header('allow', allow.join(', '))
    if (readsPages(c) && !isOfDesk(c.req.path)) return asPage(c, allow.length > 0 ? 405 : 404)
    return problem(c, { code: allow.length > 0 ? 'method-not-allowed' : 'not-found' })
  }
}

// The desk makes pages of its problems itself, with its menu and the way on.
function isOfDesk(path: string): boolean {
  return path === '/console' || path.startsWith('/console/')
}

async function asPage(c: Context, status: 404 | 405): Promise<Response> {
  await pageHeaders(c, async () => {
    c.res = await c.html(nothingPage(), status)
  })
  return c.res
}

// What stands before routes of any method is no route.
function isRouted(app: Hono, method: string, path: string): boolean {
  const [handlers] = app.router.match(method, path)
  return handlers.some(([[, route]]) => route.method === method)
}
