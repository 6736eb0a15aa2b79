import { BroadcastBody, planOf } from '../../broadcasts/plan-body.ts'
import { type Context, Hono } from 'hono'
import { createBroadcast } from '../../broadcasts/life/create.ts'
import { listDeliveries } from '../../broadcasts/deliveries.ts'
import { listBroadcasts } from '../../broadcasts/list.ts'
import type { BroadcastResult } from '../../broadcasts/life/move.ts'
import type { Plan } from '../../broadcasts/plan.ts'
import { previewBroadcast, previewPlan } from '../../broadcasts/estimate/preview.ts'
import { readBroadcast } from '../../broadcasts/read.ts'
import { reviseBroadcast } from '../../broadcasts/life/revise.ts'
import { VERBS } from '../../broadcasts/life/verbs.ts'
import { problem } from '../../http/problem.ts'
import type { Services } from '../../services.ts'
import type { Actor } from '../../staff/actor.ts'
import { readJson } from '../read-json.ts'
import type { Result } from '../../fault.ts'
import { validate } from '../../validate.ts'
import type { StaffEnv, StaffGuard } from './admit-staff.ts'
import { BroadcastQuery, DeliveryQuery } from './broadcast-queries.ts'
import { onceOf, versionOf } from './conditional.ts'
import { broadcastAnswer, createdAnswer, previewAnswer, readAnswer } from './tell-broadcasts.ts'

const PAGE = 50

/** The staff's part of the API that is about broadcasts. */
export function broadcastRoutes(services: Services, staff: StaffGuard): Hono<StaffEnv> {
  const app = new Hono<StaffEnv>()
  app.use('/api/v1/broadcasts/*', staff)

  app.post('/api/v1/broadcasts', async (c) => {
    const plan = await planIn(c)
    if (!plan.ok) return problem(c, plan.fault)
    const once = onceOf(c, plan.value)
    if (!once.ok) return problem(c, once.fault)
    const created = await createBroadcast(services, c.get('actor'), plan.value, once.value)
    return created.ok ? c.json(createdAnswer(created.value), 201) : problem(c, created.fault)
  })
  app.get('/api/v1/broadcasts', async (c) => {
    const query = validate(BroadcastQuery, c.req.query())
    if (!query.ok) return problem(c, query.fault)
    const { state = null, after = null, limit } = query.value
    const page = await listBroadcasts(services, c.get('actor'), {
      state,
      after,
      limit: Number(limit ?? PAGE),
    })
    return c.json({ broadcasts: page.broadcasts.map(broadcastAnswer), next: page.next })
  })
  app.post('/api/v1/broadcasts/preview', async (c) => {
    const plan = await planIn(c)
    if (!plan.ok) return problem(c, plan.fault)
    return tell(c, await previewPlan(services, c.get('actor'), plan.value), previewAnswer)
  })
  app.get('/api/v1/broadcasts/:id', async (c) => stands(services, c, c.get('actor'), c.req.param('id')))
  app.put('/api/v1/broadcasts/:id', async (c) => {
    const plan = await planIn(c)
    if (!plan.ok) return problem(c, plan.fault)
    const id = c.req.param('id')
    return moved(services, c, id, (actor, version) =>
      reviseBroadcast(services, actor, id, plan.value, version),
    )
  })
  app.get('/api/v1/broadcasts/:id/preview', async (c) =>
    tell(c, await previewBroadcast(services, c.get('actor'), c.req.param('id')), previewAnswer),
  )
  app.get('/api/v1/broadcasts/:id/deliveries', async (c) => {
    const query = validate(DeliveryQuery, c.req.query())
    if (!query.ok) return problem(c, query.fault)
    const { run, state = null, after = null, limit } = query.value
    const filter = {
      run: run === undefined ? null : Number(run),
      state,
      after,
      limit: Number(limit ?? PAGE),
    }
    return tell(c, await listDeliveries(services, c.get('actor'), c.req.param('id'), filter), (page) => page)
  })
  for (const [name, verb] of Object.entries(VERBS)) {
    app.post(`/api/v1/broadcasts/:id/${name}`, async (c) => {
      const id = c.req.param('id')
      return moved(services, c, id, (actor, version) => verb(services, actor, id, version))
    })
  }
  return app
}

type StaffContext = Context<StaffEnv>

async function planIn(c: StaffContext): Promise<Result<Plan>> {
  const read = await readJson(c.req)
  if (!read.ok) return read
  const body = validate(BroadcastBody, read.value)
  return body.ok ? { ok: true, value: planOf(body.value) } : body
}

async function moved(
  services: Services,
  c: StaffContext,
  id: string,
  verb: (actor: Actor, version: number | undefined) => Promise<BroadcastResult>,
): Promise<Response> {
  const version = versionOf(c)
  if (!version.ok) return problem(c, version.fault)
  const actor = c.get('actor')
  const result = await verb(actor, version.value)
  return result.ok ? stands(services, c, actor, id) : problem(c, result.fault)
}

async function stands(services: Services, c: StaffContext, actor: Actor, id: string): Promise<Response> {
  const read = await readBroadcast(services, actor, id)
  if (read === null) return problem(c, { code: 'not-found' })
  c.header('etag', `"${read.broadcast.version}"`)
  return c.json(readAnswer(read))
}

function tell<T>(c: StaffContext, result: BroadcastResult<T>, answer: (value: T) => object): Response {
  return result.ok ? c.json(answer(result.value)) : problem(c, result.fault)
}
