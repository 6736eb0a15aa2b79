import { Hono } from 'hono'
import { BY_AGE, CASE_ORDERS } from '../../cases/case-order.ts'
import { countCases, listCases } from '../../cases/list-cases.ts'
import type { StaffText } from '../../cases/notice.ts'
import { STAFF_OUTCOMES } from '../../cases/outcomes.ts'
import { type CaseRead, findCase, readCase } from '../../cases/read-case.ts'
import { replyToCase, type ToldResult } from '../../cases/reply-to-case.ts'
import { resolveCase } from '../../cases/resolve-case.ts'
import { CASE_KINDS } from '../../conversation/case.ts'
import type { Fault } from '../../fault.ts'
import type { Services } from '../../services.ts'
import { staffCalled } from '../called.ts'
import type { DeskContext, DeskEnv } from '../desk.ts'
import { fieldsOf } from '../fields.ts'
import { allowed } from '../guard.ts'
import { notFound } from '../not-found.tsx'
import { orderIn } from '../order.ts'
import { casePage } from './case-page.tsx'
import { askedFor, type Draft, personsOf } from './draft.ts'
import { preparedPage } from './prepared-page.tsx'
import { CASE_FILTERS, queuePage } from './queue-page.tsx'
import { statisticsRoutes } from './statistics-routes.tsx'

const PAGE = 50
const NO_OUTCOME: Fault = {
  code: 'invalid',
  fields: [{ path: 'outcome', problem: 'is none', told: { code: 'not-one-of' } }],
}

/** Cases: the queue, one with what was said, an answer, an outcome; and what became of them all. */
export function consoleCaseRoutes(services: Services): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()
  app.use('/console/cases/*', allowed('cases.read'))

  app.get('/console/cases', (c) => queue(services, c))
  // Before the address of a case, which would take these for its own.
  app.route('/', statisticsRoutes(services))

  app.get('/console/cases/:id', async (c) => show(c, null, (read) => askedFor(services, c, read)))
  app.use('/console/cases/:id/prepared', allowed('cases.answer'))
  app.get('/console/cases/:id/prepared', async (c) => {
    const found = await findCase(services, c.get('desk').actor, c.req.param('id'))
    if (found?.state !== 'open') return notFound(c, 'cases')
    return preparedPage(c, found, await personsOf(services, c, found))
  })
  app.post('/console/cases/:id/reply', async (c) => {
    const { zh = '', bo = '' } = await fieldsOf(c)
    const replied = await replyToCase(services, c.get('desk').actor, c.req.param('id'), written(zh, bo))
    return told(c, replied, { form: 'reply', outcome: null, zh, bo })
  })
  app.post('/console/cases/:id/resolve', async (c) => {
    const { zh = '', bo = '', outcome } = await fieldsOf(c)
    const chosen = STAFF_OUTCOMES.find((one) => one === outcome)
    const draft = { form: 'resolve', outcome: chosen ?? null, zh, bo } as const
    if (chosen === undefined) return show(c, NO_OUTCOME, () => draft)
    const text = zh.trim() + bo.trim() === '' ? undefined : written(zh, bo)
    const resolution = { outcome: chosen, text }
    return told(c, await resolveCase(services, c.get('desk').actor, c.req.param('id'), resolution), draft)
  })
  return app

  async function show(
    c: DeskContext,
    fault: Fault | null,
    draftOf: (read: CaseRead) => Draft | null | Promise<Draft | null>,
  ): Promise<Response> {
    const read = await readCase(services, c.get('desk').actor, c.req.param('id') ?? '')
    if (read === null) return notFound(c, 'cases')
    const called = await staffCalled(
      services.store,
      read.messages.map(({ by }) => by),
    )
    return casePage(c, read, { fault, draft: await draftOf(read), called })
  }

  // What was written is not lost where it cannot be sent.
  async function told(c: DeskContext, result: ToldResult, draft: Draft): Promise<Response> {
    if (result.ok) return c.redirect(`/console/cases/${c.req.param('id') ?? ''}`, 303)
    return show(c, result.fault, () => draft)
  }
}

async function queue(services: Services, c: DeskContext): Promise<Response> {
  const { kind, after = null, ...asked } = c.req.query()
  const state = CASE_FILTERS.find((one) => one === asked['state']) ?? 'open'
  const order = orderIn(CASE_ORDERS, asked['sort']) ?? BY_AGE
  const filter = {
    state: state === 'open' || state === 'closed' ? state : null,
    kind: CASE_KINDS.find((one) => one === kind) ?? null,
    overdue: state === 'overdue',
  } as const
  const { actor } = c.get('desk')
  const page = await listCases(services, actor, { ...filter, order, after, limit: PAGE })
  const total = await countCases(services, actor, filter)
  return queuePage(c, page, { state, kind: filter.kind, order }, total)
}

// A language that was not written is absent.
function written(zh: string, bo: string): StaffText {
  return {
    ...(zh.trim() === '' ? {} : { 'zh-CN': zh.trim() }),
    ...(bo.trim() === '' ? {} : { bo: bo.trim() }),
  }
}
