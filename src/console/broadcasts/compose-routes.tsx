import { Hono } from 'hono'
import { findProposal } from '../../amendments/find.ts'
import { validate } from '../../validate.ts'
import { createBroadcast } from '../../broadcasts/life/create.ts'
import { findBroadcast } from '../../broadcasts/find.ts'
import { digestOf, type Once } from '../../broadcasts/life/once.ts'
import { LONGEST_TEXT, type Plan } from '../../broadcasts/plan.ts'
import { BroadcastBody, planOf } from '../../broadcasts/plan-body.ts'
import { previewPlan } from '../../broadcasts/estimate/preview.ts'
import { reviseBroadcast } from '../../broadcasts/life/revise.ts'
import { stateAfter } from '../../broadcasts/life/states.ts'
import type { Fault } from '../../fault.ts'
import { problem } from '../../http/problem.ts'
import { EFFECTS } from '../../policy/moves.ts'
import type { Services } from '../../services.ts'
import type { Price } from '../../settings.ts'
import type { Actor } from '../../staff/actor.ts'
import type { DeskContext, DeskEnv } from '../desk.ts'
import { fieldsOf } from '../fields.ts'
import { allowed } from '../guard.ts'
import { notFound } from '../not-found.tsx'
import { composePage } from './compose-page.tsx'
import { Drafted } from './drafted.tsx'
import { noticeForm } from './notice-form.ts'
import { bodyOfForm, emptyForm, formOf, type PlanForm, readForm } from './plan-form.ts'

type Kept = { readonly ok: true; readonly value: { readonly id: string } } | Refused
type Refused = { readonly ok: false; readonly fault: Fault }

/** The form of a broadcast: a new one, and a draft put in other words; counted before it is kept. */
export function composeRoutes(services: Services): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()
  const { smsPrice: price, quietHours } = services.settings
  const shown = { preview: null, fault: null, price, quietHours }

  app.use('/console/broadcasts/new', allowed('broadcasts.write'))
  app.get('/console/broadcasts/new', async (c) => composePage(c, await begun(services, c), shown))
  app.post('/console/broadcasts/new', (c) =>
    filledIn(c, '', (actor, plan, form) => createBroadcast(services, actor, plan, onceOf(form, plan))),
  )

  app.use('/console/broadcasts/:id/revise', allowed('broadcasts.write'))
  app.get('/console/broadcasts/:id/revise', async (c) => {
    const broadcast = await findBroadcast(services, c.get('desk').actor, c.req.param('id'))
    if (broadcast === null) return notFound(c, 'broadcasts')
    // What was submitted meanwhile is shown as it stands.
    if (stateAfter(broadcast.state, 'revise') === null)
      return c.redirect(`/console/broadcasts/${broadcast.id}`, 303)
    return composePage(c, formOf(broadcast), { ...shown, revises: broadcast.id })
  })
  app.post('/console/broadcasts/:id/revise', (c) => {
    const id = c.req.param('id')
    return filledIn(c, id, (actor, plan, { version }) =>
      reviseBroadcast(services, actor, id, plan, Number(version)),
    )
  })

  app.post('/console/broadcasts/measure', allowed('broadcasts.write'), (c) => measured(c, price))
  return app

  /** A form that was posted: counted, or kept and then shown by its own page. `revises`: '' for a new one. */
  async function filledIn(
    c: DeskContext,
    revises: string,
    keep: (actor: Actor, plan: Plan, form: PlanForm) => Promise<Kept>,
  ): Promise<Response> {
    const { actor } = c.get('desk')
    const fields = await fieldsOf(c)
    const form = readForm(fields)
    const again = { ...shown, revises }
    const read = validate(BroadcastBody, bodyOfForm(form))
    if (!read.ok) return composePage(c, form, { ...again, fault: read.fault })
    const plan = planOf(read.value)
    if (fields['do'] === 'keep') {
      const kept = await keep(actor, plan, form)
      if (kept.ok) return c.redirect(`/console/broadcasts/${kept.value.id}`, 303)
      return composePage(c, form, { ...again, fault: kept.fault })
    }
    const previewed = await previewPlan(services, actor, plan, revises)
    return previewed.ok
      ? composePage(c, form, { ...again, preview: previewed.value })
      : composePage(c, form, { ...again, fault: previewed.fault })
  }
}

// Of a decision it is about those whom the decision moves.
async function begun(services: Services, c: DeskContext): Promise<PlanForm> {
  const { code, township } = c.get('desk').actor.area
  const form = emptyForm(code, township, services.ids())
  const { change = '', programme = '' } = c.req.query()
  const effect = EFFECTS.find((one) => one === c.req.query('effect'))
  const proposal = effect === undefined ? null : await findProposal(services.store, change)
  return proposal === null || effect === undefined ? form : noticeForm(form, proposal, { effect, programme })
}

// The parts of the page that change while it is filled in; nothing is looked up or kept.
async function measured(c: DeskContext, price: Price | undefined): Promise<Response> {
  const form = readForm(await fieldsOf(c))
  if (Math.max(form.zh.length, form.bo.length) > LONGEST_TEXT) return problem(c, { code: 'too-large' })
  const { language } = c.get('desk')
  return c.html(
    <>
      <Drafted language={language} form={form} field="zh" price={price} />
      <Drafted language={language} form={form} field="bo" price={price} />
    </>,
  )
}

// Clicked twice it is one draft; the same form with other words, after going back, is another.
function onceOf({ once }: PlanForm, plan: Plan): Once | undefined {
  const digest = digestOf(plan)
  return once === '' ? undefined : { key: `${once} ${digest}`, digest }
}
