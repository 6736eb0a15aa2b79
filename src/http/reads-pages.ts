import type { Context } from 'hono'

/** Whether who asks reads pages, as a browser that opens an address does; a program is told faults as `problem` says. */
export function readsPages(c: Context): boolean {
  return c.req.header('accept')?.includes('text/html') === true
}
