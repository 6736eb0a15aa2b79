import { Hono } from 'hono'
import { approve, refuse, withdraw } from '../../amendments/decide.ts'
import { DraftBody, RemarkBody } from '../../amendments/draft-body.ts'
import { readEffect } from '../../amendments/effect.ts'
import { findProposal, listProposals } from '../../amendments/find.ts'
import { sampleMoved } from '../../amendments/moved-persons.ts'
import type { ProposalResult } from '../../amendments/proposal.ts'
import { propose } from '../../amendments/propose.ts'
import { validate } from '../../validate.ts'
import { byToday } from '../../determinations/today.ts'
import type { Fault } from '../../fault.ts'
import { bookOn } from '../../policy/parameters/book-on.ts'
import { figureOn } from '../../policy/parameters/parameters.ts'
import type { Services } from '../../services.ts'
import { staffCalled } from '../called.ts'
import type { DeskContext, DeskEnv } from '../desk.ts'
import { fieldsOf } from '../fields.ts'
import { allowed } from '../guard.ts'
import { notFound } from '../not-found.tsx'
import { bookPage } from './book-page.tsx'
import { draftOfForm } from './draft-form.ts'
import { proposalPage } from './proposal-page.tsx'
import type { Former } from './words.tsx'

const PAGE = 50
const REFUSED: Fault = {
  code: 'invalid',
  fields: [{ path: 'remark', problem: 'must not be empty', told: { code: 'required' } }],
}

/** The plan as it stands on a day, and the decisions that change it: proposed, weighed, approved by another. */
export function policyPages(services: Services): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()
  app.use('/console/policy/*', allowed('policy.read'))

  app.get('/console/policy', (c) => showBook(services, c, {}, null))
  app.post('/console/policy', allowed('policy.propose'), async (c) => {
    const fields = await fieldsOf(c)
    const draft = validate(DraftBody, draftOfForm(fields))
    if (!draft.ok) return showBook(services, c, fields, draft.fault)
    const proposed = await propose(services, c.get('desk').actor, draft.value)
    if (proposed.ok) return c.redirect(`/console/policy/${proposed.value.id}`, 303)
    return showBook(services, c, fields, proposed.fault)
  })
  app.get('/console/policy/:id', (c) => showProposal(c, null))
  app.post('/console/policy/:id/approve', allowed('policy.approve'), async (c) =>
    decided(c, await approve(services, c.get('desk').actor, c.req.param('id'))),
  )
  app.post('/console/policy/:id/:verb{refuse|withdraw}', allowed('policy.approve'), async (c) => {
    const body = validate(RemarkBody, await fieldsOf(c))
    if (!body.ok) return showProposal(c, REFUSED)
    const decide = c.req.param('verb') === 'refuse' ? refuse : withdraw
    return decided(c, await decide(services, c.get('desk').actor, c.req.param('id'), body.value.remark))
  })
  return app

  async function showProposal(c: DeskContext, fault: Fault | null): Promise<Response> {
    const { actor } = c.get('desk')
    const proposal = await findProposal(services.store, c.req.param('id') ?? '')
    if (proposal === null) return notFound(c, 'policy')
    const effect = await readEffect(services, actor, proposal)
    const sample = await sampleMoved(services, actor, proposal, { programme: null, effect: null })
    const called = await staffCalled(services.store, [proposal.proposedBy])
    const { day, book } = await byToday(services)
    const former: Former = (figure) => figureOn(figure, proposal.from, book).value
    return proposalPage(c, { proposal, effect, sample, today: day, fault, called, former })
  }

  function decided(c: DeskContext, result: ProposalResult): Response | Promise<Response> {
    if (result.ok) return c.redirect(`/console/policy/${result.value.id}`, 303)
    return result.fault.code === 'not-found' ? notFound(c, 'policy') : showProposal(c, result.fault)
  }
}

async function showBook(
  services: Services,
  c: DeskContext,
  fields: Readonly<Record<string, string>>,
  fault: Fault | null,
): Promise<Response> {
  const { day, book } = await byToday(services)
  const asked = c.req.query('day') ?? ''
  const on = /^\d{4}-\d{2}-\d{2}$/.test(asked) && !Number.isNaN(Date.parse(asked)) ? asked : day
  const { proposals } = await listProposals(services.store, { state: null, after: null, limit: PAGE })
  return bookPage(c, { book: bookOn(book, on), proposals, today: day, fields, fault })
}
