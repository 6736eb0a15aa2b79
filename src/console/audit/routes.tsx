import { Hono } from 'hono'
import { linkAudit } from '../../audit/chain.ts'
import { listAudit } from '../../audit/list.ts'
import { verifyAudit } from '../../audit/verify.ts'
import type { Services } from '../../services.ts'
import { staffCalled } from '../called.ts'
import type { DeskContext, DeskEnv } from '../desk.ts'
import { allowed } from '../guard.ts'
import { AUDIT, auditPage, type Verdict } from './page.tsx'

const PAGE = 100

/** The log of what staff did, and whether it is whole. */
export function auditRoutes(services: Services): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()
  app.use(`${AUDIT}/*`, allowed('audit.read'))

  app.get(AUDIT, (c) => show(c, c.req.query('before') ?? null, null))
  app.post(`${AUDIT}/verify`, async (c) => {
    await linkAudit(services)
    const { intact, entries, broken } = await verifyAudit(services)
    return show(c, null, { entries, broken: intact ? null : (broken?.seq ?? 0) })
  })
  return app

  async function show(c: DeskContext, before: string | null, verdict: Verdict | null): Promise<Response> {
    const page = await listAudit(services, c.get('desk').actor, { before, limit: PAGE })
    const called = await staffCalled(
      services.store,
      page.entries.map(({ actor }) => actor),
    )
    return auditPage(c, page, { verdict, called })
  }
}
