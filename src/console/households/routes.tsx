import { Hono } from 'hono'
import { byToday } from '../../determinations/today.ts'
import { findHouseholds } from '../../register/finding/find-households.ts'
import { admitAgain, readLinks, takeBackLinks } from '../../linking/staff-links.ts'
import {
  correctPerson,
  CORRECTABLE_FIELDS,
  readCorrections,
} from '../../register/corrections/correct-person.ts'
import { readTold } from '../../told/read-told.ts'
import { correctStanding } from '../../register/corrections/correct-standing.ts'
import { readStandingCorrection } from '../../register/corrections/read-standing-correction.ts'
import { readHousehold } from '../../register/finding/read-household.ts'
import type { Services } from '../../services.ts'
import { staffCalled } from '../called.ts'
import type { DeskContext, DeskEnv } from '../desk.ts'
import { fieldsOf } from '../fields.ts'
import { allowed } from '../guard.ts'
import { notFound } from '../not-found.tsx'
import { correctPage } from './correct-page.tsx'
import { caseCameFrom } from './from-case.tsx'
import { householdPage } from './page.tsx'
import { type Written, standingPage } from './standing-page.tsx'
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
  app.use('/console/households/:id/persons/*', allowed('register.correct'))
  app.get('/console/households/:id/persons/:person', (c) => showCorrection(c, null, ''))
  app.post('/console/households/:id/persons/:person', async (c) => {
    const fields = await fieldsOf(c)
    const { why = '' } = fields
    const of = (prefix: string) =>
      Object.fromEntries(
        (['name', ...CORRECTABLE_FIELDS] as const).flatMap((field) => {
          const text = fields[`${prefix}${field}`]
          return text === undefined ? [] : [[field, text]]
        }),
      )
    const household = c.req.param('id')
    const correction = { household, person: c.req.param('person'), values: of(''), were: of('was.'), why }
    const corrected = await correctPerson(services, c.get('desk').actor, correction)
    if (corrected.ok) {
      const from = await caseCameFrom(services, c, household)
      return c.redirect(from === null ? `/console/households/${household}` : `/console/cases/${from.id}`, 303)
    }
    const { code, fields: faults } = corrected.fault
    return showCorrection(c, faults?.map(({ path }) => path) ?? [code], why)
  })
  app.use('/console/households/:id/standing', allowed('register.correct'))
  app.get('/console/households/:id/standing', (c) => showStanding(c, null, {}))
  app.post('/console/households/:id/standing', async (c) => {
    const fields = await fieldsOf(c)
    const { standing = '', from: day = '', were = '', why = '' } = fields
    const household = c.req.param('id')
    const said = { household, standing, from: day, were, why }
    const corrected = await correctStanding(services, c.get('desk').actor, said)
    if (!corrected.ok) {
      const { code, fields: faults } = corrected.fault
      return showStanding(c, faults?.map(({ path }) => path) ?? [code], fields)
    }
    const from = await caseCameFrom(services, c, household)
    return c.redirect(from === null ? `/console/households/${household}` : `/console/cases/${from.id}`, 303)
  })
  app.post('/console/households/:id/links/take-back', async (c) =>
    changed(c, await takeBackLinks(services, c.get('desk').actor, c.req.param('id'))),
  )
  app.post('/console/households/:id/links/admit', async (c) =>
    changed(c, await admitAgain(services, c.get('desk').actor, c.req.param('id'))),
  )
  return app

  async function showStanding(
    c: DeskContext,
    faults: readonly string[] | null,
    written: Written,
  ): Promise<Response> {
    const household = await readHousehold(services, c.get('desk').actor, c.req.param('id') ?? '')
    if (household === null) return notFound(c, 'households')
    const from = await caseCameFrom(services, c, household.id)
    return standingPage(c, { household, faults, written, from })
  }

  async function showCorrection(
    c: DeskContext,
    faults: readonly string[] | null,
    why: string,
  ): Promise<Response> {
    const household = await readHousehold(services, c.get('desk').actor, c.req.param('id') ?? '')
    const person = household?.persons.find(({ id }) => id === c.req.param('person'))
    if (household === null || person === undefined) return notFound(c, 'households')
    const from = await caseCameFrom(services, c, household.id)
    return correctPage(c, { household, person, faults, why, from })
  }
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
