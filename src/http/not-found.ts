import type { Context, Hono } from 'hono'
import { problem } from './problem.ts'

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

/** Answers what no route takes: 405 with `Allow` where the address takes another method, else 404. */
export function notFound(app: Hono): (c: Context) => Response {
  return (c) => {
    const takes = METHODS.filter((method) => isRouted(app, method, c.req.path))
    if (takes.length === 0) return problem(c, { code: 'not-found' })
    // What is got is also asked for by its head alone.
    const allow = takes.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]))
    c.header('allow', allow.join(', '))
    return problem(c, { code: 'method-not-allowed' })
  }
}

// What stands before routes of any method is no route.
function isRouted(app: Hono, method: string, path: string): boolean {
  const [handlers] = app.router.match(method, path)
  return handlers.some(([[, route]]) => route.method === method)
}
