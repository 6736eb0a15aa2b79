import { type Context, Hono } from 'hono'
import { listCases } from '../../cases/list-cases.ts'
import { readCase } from '../../cases/read-case.ts'
import { replyToCase, type ToldResult } from '../../cases/reply-to-case.ts'
import { resolveCase } from '../../cases/resolve-case.ts'
import { problem } from '../../http/problem.ts'
import type { Services } from '../../services.ts'
import { readJson } from '../read-json.ts'
import type { Result } from '../../fault.ts'
import { validate } from '../../validate.ts'
import type { StaffEnv, StaffGuard } from './admit-staff.ts'
import { CaseQuery, CaseReply, CaseResolution } from './case-bodies.ts'

const PAGE = 50

/** The staff's part of the API that is about cases. */
export function caseRoutes(services: Services, staff: StaffGuard): Hono<StaffEnv> {
  const app = new Hono<StaffEnv>()
  // Hono takes it for `/api/v1/cases` itself too.
  app.use('/api/v1/cases/*', staff)

  app.get('/api/v1/cases', async (c) => {
    const query = validate(CaseQuery, c.req.query())
    if (!query.ok) return problem(c, query.fault)
    const { overdue, limit, ...filter } = query.value
    return c.json(
      await listCases(services, c.get('actor'), {
        ...narrowed(filter),
        overdue: overdue === 'true',
        limit: Number(limit ?? PAGE),
      }),
    )
  })
  app.get('/api/v1/cases/:id', async (c) => {
    const read = await readCase(services, c.get('actor'), c.req.param('id'))
    if (read === null) return problem(c, { code: 'not-found' })
    return c.json(read)
  })
  app.post('/api/v1/cases/:id/reply', async (c) => {
    const body = await bodyOf(c, (value) => validate(CaseReply, value))
    if (!body.ok) return problem(c, body.fault)
    return tell(c, await replyToCase(services, c.get('actor'), c.req.param('id'), body.value.text))
  })
  app.post('/api/v1/cases/:id/resolve', async (c) => {
    const body = await bodyOf(c, (value) => validate(CaseResolution, value))
    if (!body.ok) return problem(c, body.fault)
    const { outcome, text } = body.value
    return tell(c, await resolveCase(services, c.get('actor'), c.req.param('id'), { outcome, text }))
  })
  return app
}

async function bodyOf<T>(c: Context, check: (value: unknown) => Result<T>): Promise<Result<T>> {
  const read = await readJson(c.req)
  return read.ok ? check(read.value) : read
}

function tell(c: Context, result: ToldResult): Response {
  return result.ok ? c.json({ told: result.told }) : problem(c, result.fault)
}

function narrowed({ state, kind, county, after }: Omit<CaseQueryRead, 'overdue' | 'limit'>) {
  return { state: state ?? null, kind: kind ?? null, county: county ?? null, after: after ?? null }
}

type CaseQueryRead = ReturnType<typeof CaseQuery.parse>
