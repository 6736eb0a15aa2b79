import { Hono } from 'hono'
import { byToday } from '../../determinations/today.ts'
import { findHouseholds } from '../../register/finding/find-households.ts'
import { admitAgain, readLinks, takeBackLinks } from '../../linking/staff-links.ts'
import { readCorrections } from '../../register/corrections/correct-person.ts'
import { readTold } from '../../told/read-told.ts'
import { readStandingCorrection } from '../../register/corrections/read-standing-correction.ts'
import { readHousehold } from '../../register/finding/read-household.ts'
import type { Services } from '../../services.ts'
import { staffCalled } from '../called.ts'
import type { DeskContext, DeskEnv } from '../desk.ts'
import { fieldsOf } from '../fields.ts'
import { allowed } from '../guard.ts'
import { notFound } from '../not-found.tsx'
import { correctionRoutes } from './correction-routes.tsx'
import { caseCameFrom } from './from-case.tsx'
import { householdPage } from './page.tsx'
import { searchPage } from './search-page.tsx'

/** Households: found by number, telephone or name, and one with what each of its persons qualifies for. */
export function householdRoutes(services: Services): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()
  app.use('/console/households/*', allowed('register.read'))

  app.get('/console/households', (c) => searchPage(c, '', null))
  // By a form's body: what is looked for never stands in an address.
  app.post('/console/households', async (c) => {
    const { words = '' } = await fieldsOf(c)
    return searchPage(c, words, await findHouseholds(services, c.get('desk').actor, words))
  })
  app.get('/console/households/:id', async (c) => {
    const household = await readHousehold(services, c.get('desk').actor, c.req.param('id'))
    if (household === null) return notFound(c, 'households')
    const { day, book } = await byToday(services)
    const by = { day: readDay(c.req.query('day')) ?? day, book }
    const [linked, corrections, restood, told, from] = await Promise.all([
      readLinks(services, household.id),
      readCorrections(services, household.id),
      readStandingCorrection(services, household.id),
      readTold(services, [household.id], c.get('desk').actor.area),
      caseCameFrom(services, c, household.id),
    ])
    const called = await staffCalled(services.store, [
      ...corrections.map((one) => one.by),
      restood?.by ?? null,
    ])
    return householdPage(c, household, by, { linked, corrections, restood, told, from, called })
  })
  app.route('/', correctionRoutes(services))
  app.post('/console/households/:id/links/take-back', async (c) =>
    changed(c, await takeBackLinks(services, c.get('desk').actor, c.req.param('id'))),
  )
  app.post('/console/households/:id/links/admit', async (c) =>
    changed(c, await admitAgain(services, c.get('desk').actor, c.req.param('id'))),
  )
  return app
}

function changed(c: DeskContext, isDone: boolean): Response | Promise<Response> {
  return isDone
    ? c.redirect(`/console/households/${c.req.param('id') ?? ''}`, 303)
    : notFound(c, 'households')
}

function readDay(text: string | undefined): string | null {
  if (text === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return null
  return Number.isNaN(Date.parse(text)) ? null : text
}
