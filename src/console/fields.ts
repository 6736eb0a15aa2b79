import type { Context } from 'hono'

/** The fields of a posted form, each as it was last given; files are left out. */
export async function fieldsOf(c: Context): Promise<Readonly<Record<string, string>>> {
  const form = await c.req.parseBody()
  return Object.fromEntries(
    Object.entries(form).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
}
