import { Hono } from 'hono'
import { findProposal } from '../../amendments/find.ts'
import { createBroadcast } from '../../broadcasts/life/create.ts'
import { listDeliveries } from '../../broadcasts/deliveries.ts'
import { listBroadcasts } from '../../broadcasts/list.ts'
import { digestOf, type Once } from '../../broadcasts/life/once.ts'
import { LONGEST_TEXT, type Plan } from '../../broadcasts/plan.ts'
import { BroadcastBody, planOf } from '../../broadcasts/plan-body.ts'
import { previewPlan } from '../../broadcasts/estimate/preview.ts'
import { readBroadcast } from '../../broadcasts/read.ts'
import { VERBS } from '../../broadcasts/life/verbs.ts'
import { validate } from '../../api/validate.ts'
import type { Fault } from '../../fault.ts'
import { problem } from '../../http/problem.ts'
import { EFFECTS } from '../../policy/moves.ts'
import type { Services } from '../../services.ts'
import type { DeskContext, DeskEnv } from '../desk.ts'
import { fieldsOf } from '../fields.ts'
import { allowed } from '../guard.ts'
import { notFound } from '../not-found.tsx'
import { broadcastPage } from './broadcast-page.tsx'
import { composePage } from './compose-page.tsx'
import { Drafted } from './drafted.tsx'
import { listPage } from './list-page.tsx'
import { noticeForm } from './notice-form.ts'
import { bodyOfForm, emptyForm, type PlanForm, readForm } from './plan-form.ts'

const PAGE = 50
const FAILURES = 100

/** Broadcasts: composed with a count before, submitted, approved by another, watched, held. */
export function consoleBroadcastRoutes(services: Services): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()
  app.use('/console/broadcasts/*', allowed('broadcasts.read'))

  app.get('/console/broadcasts', async (c) => {
    const after = c.req.query('after') ?? null
    return listPage(c, await listBroadcasts(services, c.get('desk').actor, { after, limit: PAGE }))
  })

  const price = services.settings.smsPrice
  app.use('/console/broadcasts/new', allowed('broadcasts.write'))
  app.get('/console/broadcasts/new', async (c) => {
    const { code, township } = c.get('desk').actor.area
    const form = emptyForm(code, township, services.ids())
    const { change = '', programme = '' } = c.req.query()
    const effect = EFFECTS.find((one) => one === c.req.query('effect'))
    const proposal = effect === undefined ? null : await findProposal(services.store, change)
    const begun =
      proposal === null || effect === undefined ? form : noticeForm(form, proposal, { effect, programme })
    return composePage(c, begun, { preview: null, fault: null, price })
  })
  app.post('/console/broadcasts/new', async (c) => {
    const { actor } = c.get('desk')
    const fields = await fieldsOf(c)
    const form = readForm(fields)
    const plan = readPlan(bodyOfForm(form))
    if (!plan.ok) return composePage(c, form, { preview: null, fault: plan.fault, price })
    if (fields['do'] !== 'keep') {
      const previewed = await previewPlan(services, actor, plan.value)
      return composePage(c, form, {
        preview: previewed.ok ? previewed.value : null,
        fault: previewed.ok ? null : previewed.fault,
        price,
      })
    }
    const created = await createBroadcast(services, actor, plan.value, onceOf(form, plan.value))
    if (created.ok) return c.redirect(`/console/broadcasts/${created.value.id}`, 303)
    return composePage(c, form, { preview: null, fault: created.fault, price })
  })

  // The parts of the page that change while it is filled in; nothing is looked up or kept.
  app.post('/console/broadcasts/measure', allowed('broadcasts.write'), async (c) => {
    const form = readForm(await fieldsOf(c))
    if (Math.max(form.zh.length, form.bo.length) > LONGEST_TEXT) return problem(c, { code: 'too-large' })
    const { language } = c.get('desk')
    return c.html(
      <>
        <Drafted language={language} form={form} field="zh" price={price} />
        <Drafted language={language} form={form} field="bo" price={price} />
      </>,
    )
  })

  app.get('/console/broadcasts/:id', (c) => show(c, null))
  app.post('/console/broadcasts/:id/:verb{submit|return|approve|pause|resume|cancel|again}', async (c) => {
    const verb = VERBS[c.req.param('verb') as keyof typeof VERBS]
    const { version } = await fieldsOf(c)
    const done = await verb(services, c.get('desk').actor, c.req.param('id'), Number(version))
    if (done.ok) return c.redirect(`/console/broadcasts/${c.req.param('id')}`, 303)
    return show(c, done.fault)
  })
  return app

  async function show(c: DeskContext, fault: Fault | null): Promise<Response> {
    const { actor } = c.get('desk')
    const id = c.req.param('id') ?? ''
    const read = await readBroadcast(services, actor, id)
    if (read === null) return notFound(c, 'broadcasts')
    const failed = await listDeliveries(services, actor, id, { state: 'failed', limit: FAILURES })
    return broadcastPage(c, read, { fault, failures: failed.ok ? failed.value.deliveries : [] })
  }
}

// Clicked twice it is one draft; the same form with other words, after going back, is another.
function onceOf({ once }: PlanForm, plan: Plan): Once | undefined {
  const digest = digestOf(plan)
  return once === '' ? undefined : { key: `${once} ${digest}`, digest }
}

type Read = { readonly ok: true; readonly value: Plan } | { readonly ok: false; readonly fault: Fault }

function readPlan(body: unknown): Read {
  const read = validate(BroadcastBody, body)
  return read.ok ? { ok: true, value: planOf(read.value) } : read
}
