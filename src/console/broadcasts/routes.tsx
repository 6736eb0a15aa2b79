import { Hono } from 'hono'
import { listDeliveries } from '../../broadcasts/deliveries.ts'
import { listBroadcasts } from '../../broadcasts/list.ts'
import { type BroadcastPreview, previewBroadcast } from '../../broadcasts/estimate/preview.ts'
import { readBroadcast } from '../../broadcasts/read.ts'
import { VERBS } from '../../broadcasts/life/verbs.ts'
import type { Fault } from '../../fault.ts'
import type { Services } from '../../services.ts'
import { staffCalled } from '../called.ts'
import type { DeskContext, DeskEnv } from '../desk.ts'
import { fieldsOf } from '../fields.ts'
import { allowed } from '../guard.ts'
import { notFound } from '../not-found.tsx'
import { broadcastPage } from './broadcast-page.tsx'
import { composeRoutes } from './compose-routes.tsx'
import { listPage } from './list-page.tsx'

const PAGE = 50
const FAILURES = 100

/** Broadcasts: composed with a count before, submitted, approved by another, watched, held. */
export function consoleBroadcastRoutes(services: Services): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()
  app.use('/console/broadcasts/*', allowed('broadcasts.read'))

  app.get('/console/broadcasts', async (c) => {
    const after = c.req.query('after') ?? null
    const page = await listBroadcasts(services, c.get('desk').actor, { after, limit: PAGE })
    const called = await staffCalled(
      services.store,
      page.broadcasts.flatMap(({ writers }) => writers.slice(0, 1)),
    )
    return listPage(c, page, called)
  })
  app.route('/', composeRoutes(services))

  app.get('/console/broadcasts/:id', (c) => show(c, {}))
  app.post('/console/broadcasts/:id/preview', async (c) => {
    const previewed = await previewBroadcast(services, c.get('desk').actor, c.req.param('id'))
    return previewed.ok ? show(c, { preview: previewed.value }) : show(c, { fault: previewed.fault })
  })
  app.post('/console/broadcasts/:id/:verb{submit|return|approve|pause|resume|cancel|again}', async (c) => {
    const verb = VERBS[c.req.param('verb') as keyof typeof VERBS]
    const { version } = await fieldsOf(c)
    const done = await verb(services, c.get('desk').actor, c.req.param('id'), Number(version))
    if (done.ok) return c.redirect(`/console/broadcasts/${c.req.param('id')}`, 303)
    return show(c, { fault: done.fault })
  })
  return app

  async function show(
    c: DeskContext,
    {
      fault = null,
      preview = null,
    }: { readonly fault?: Fault | null; readonly preview?: BroadcastPreview | null },
  ): Promise<Response> {
    const { actor } = c.get('desk')
    const id = c.req.param('id') ?? ''
    const read = await readBroadcast(services, actor, id)
    if (read === null) return notFound(c, 'broadcasts')
    const { writers, approvedBy } = read.broadcast
    const [failed, called] = await Promise.all([
      listDeliveries(services, actor, id, { state: 'failed', limit: FAILURES }),
      staffCalled(services.store, [...writers, approvedBy]),
    ])
    const failures = failed.ok ? failed.value.deliveries : []
    return broadcastPage(c, read, { fault, failures, preview, called })
  }
}
