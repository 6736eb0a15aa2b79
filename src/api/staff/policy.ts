import { type Context, Hono } from 'hono'
import { approve, refuse, withdraw } from '../../amendments/decide.ts'
import { DraftBody, RemarkBody } from '../../amendments/draft-body.ts'
import { readEffect } from '../../amendments/effect.ts'
import { findProposal, listProposals } from '../../amendments/find.ts'
import { listMoved, sampleMoved } from '../../amendments/moved-persons.ts'
import { isInForce, type Proposal, type ProposalResult } from '../../amendments/proposal.ts'
import { propose } from '../../amendments/propose.ts'
import { byToday } from '../../determinations/today.ts'
import { problem } from '../../http/problem.ts'
import { bookOn } from '../../policy/parameters/book-on.ts'
import { dayOf } from '../../time/clock.ts'
import type { Services } from '../../services.ts'
import { readJson } from '../read-json.ts'
import type { Result } from '../../fault.ts'
import { validate } from '../../validate.ts'
import type { StaffEnv, StaffGuard } from './admit-staff.ts'
import { BookQuery, EffectQuery, MovedQuery, ProposalQuery } from './policy-queries.ts'

const PAGE = 50
const AT = '/api/v1/policy/proposals'

/** The staff's part of the API that is about the plan: what it says on a day, and the decisions that change it. */
export function policyRoutes(services: Services, staff: StaffGuard): Hono<StaffEnv> {
  const app = new Hono<StaffEnv>()
  // Hono takes it for `/api/v1/policy` itself too.
  app.use('/api/v1/policy/*', staff)

  app.get('/api/v1/policy', async (c) => {
    const query = validate(BookQuery, c.req.query())
    if (!query.ok) return problem(c, query.fault)
    const { day, book } = await byToday(services)
    return c.json(bookOn(book, query.value.day ?? day))
  })
  app.get(AT, async (c) => {
    const query = validate(ProposalQuery, c.req.query())
    if (!query.ok) return problem(c, query.fault)
    const { state = null, after = null, limit = PAGE } = query.value
    const page = await listProposals(services.store, { state, after, limit: Number(limit) })
    return c.json({ ...page, proposals: page.proposals.map((one) => told(services, one)) })
  })
  app.post(AT, async (c) => {
    const body = await bodyOf(c, (value) => validate(DraftBody, value))
    if (!body.ok) return problem(c, body.fault)
    return answer(services, c, await propose(services, c.get('actor'), body.value), 201)
  })
  app.get(`${AT}/:id`, (c) => withProposal(services, c, async (proposal) => c.json(told(services, proposal))))
  app.get(`${AT}/:id/effect`, async (c) => {
    const query = validate(EffectQuery, c.req.query())
    if (!query.ok) return problem(c, query.fault)
    const { programme = null, effect = null } = query.value
    return withProposal(services, c, async (proposal) => {
      const actor = c.get('actor')
      const read = await readEffect(services, actor, proposal)
      const sample = await sampleMoved(services, actor, proposal, { programme, effect })
      return c.json({ ...read, sample })
    })
  })
  app.get(`${AT}/:id/moved`, async (c) => {
    const query = validate(MovedQuery, c.req.query())
    if (!query.ok) return problem(c, query.fault)
    const { programme = null, effect = null, after = null, limit = PAGE } = query.value
    const asked = { programme, effect, after, limit: Number(limit) }
    return withProposal(services, c, async (proposal) =>
      c.json(await listMoved(services, c.get('actor'), proposal, asked)),
    )
  })
  app.post(`${AT}/:id/approve`, async (c) =>
    answer(services, c, await approve(services, c.get('actor'), c.req.param('id'))),
  )
  for (const [verb, decide] of [
    ['refuse', refuse],
    ['withdraw', withdraw],
  ] as const) {
    app.post(`${AT}/:id/${verb}`, async (c) => {
      const body = await bodyOf(c, (value) => validate(RemarkBody, value))
      if (!body.ok) return problem(c, body.fault)
      const { remark } = body.value
      return answer(services, c, await decide(services, c.get('actor'), c.req.param('id'), remark))
    })
  }
  return app
}

async function withProposal(
  { store }: Services,
  c: Context<StaffEnv>,
  tell: (proposal: Proposal) => Promise<Response>,
): Promise<Response> {
  const proposal = await findProposal(store, c.req.param('id') ?? '')
  return proposal === null ? problem(c, { code: 'not-found' }) : tell(proposal)
}

async function bodyOf<T>(c: Context, check: (value: unknown) => Result<T>): Promise<Result<T>> {
  const read = await readJson(c.req)
  return read.ok ? check(read.value) : read
}

function answer(services: Services, c: Context, result: ProposalResult, status: 200 | 201 = 200): Response {
  return result.ok ? c.json(told(services, result.value), status) : problem(c, result.fault)
}

function told({ clock }: Services, proposal: Proposal) {
  return { ...proposal, isInForce: isInForce(proposal, dayOf(clock())) }
}
