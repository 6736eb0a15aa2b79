import { Hono } from 'hono'
import { listLedger } from '../../audiences/list-ledger.ts'
import { problem } from '../../http/problem.ts'
import type { Services } from '../../services.ts'
import { validate } from '../../validate.ts'
import type { StaffEnv, StaffGuard } from './admit-staff.ts'
import { LedgerRequest } from './ledger-bodies.ts'

const PAGE = 100

/** The staff's part of the API that is about the ledger. */
export function ledgerRoutes(services: Services, staff: StaffGuard): Hono<StaffEnv> {
  const app = new Hono<StaffEnv>()
  app.use('/api/v1/ledger', staff)
  app.get('/api/v1/ledger', async (c) => {
    const query = validate(LedgerRequest, c.req.query())
    if (!query.ok) return problem(c, query.fault)
    const { county, township, programme, state, after, limit } = query.value
    const result = await listLedger(services, c.get('actor'), {
      county,
      township: township ?? null,
      programme: programme ?? null,
      state: state ?? null,
      after: after ?? null,
      limit: Number(limit ?? PAGE),
    })
    return result.ok ? c.json(result.page) : problem(c, result.fault)
  })
  return app
}
