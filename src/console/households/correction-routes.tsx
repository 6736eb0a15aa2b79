import { Hono } from 'hono'
import type { Fault } from '../../fault.ts'
import { correctPerson, CORRECTABLE_FIELDS } from '../../register/corrections/correct-person.ts'
import { correctStanding } from '../../register/corrections/correct-standing.ts'
import { readHousehold } from '../../register/finding/read-household.ts'
import type { Services } from '../../services.ts'
import type { DeskContext, DeskEnv } from '../desk.ts'
import { fieldsOf } from '../fields.ts'
import { allowed } from '../guard.ts'
import { notFound } from '../not-found.tsx'
import { correctPage } from './correct-page.tsx'
import { caseCameFrom, type Written } from './from-case.tsx'
import { standingPage } from './standing-page.tsx'

const PERSON = '/console/households/:id/persons/:person'
const STANDING = '/console/households/:id/standing'

/** What the register says wrongly of a person or a household, put right by staff. */
export function correctionRoutes(services: Services): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()
  app.use('/console/households/:id/persons/*', allowed('register.correct'))
  app.get(PERSON, (c) => showPerson(services, c, null, {}))
  app.post(PERSON, async (c) => {
    const fields = await fieldsOf(c)
    const correction = {
      household: c.req.param('id'),
      person: c.req.param('person'),
      values: factsOf(fields, ''),
      were: factsOf(fields, 'was.'),
      why: fields['why'] ?? '',
    }
    const corrected = await correctPerson(services, c.get('desk').actor, correction)
    return corrected.ok ? backFrom(services, c) : showPerson(services, c, corrected.fault, fields)
  })
  app.use(STANDING, allowed('register.correct'))
  app.get(STANDING, (c) => showStanding(services, c, null, {}))
  app.post(STANDING, async (c) => {
    const fields = await fieldsOf(c)
    const { standing = '', from = '', were = '', why = '' } = fields
    const correction = { household: c.req.param('id'), standing, from, were, why }
    const corrected = await correctStanding(services, c.get('desk').actor, correction)
    return corrected.ok ? backFrom(services, c) : showStanding(services, c, corrected.fault, fields)
  })
  return app
}

function factsOf(fields: Written, prefix: '' | 'was.'): Written {
  return Object.fromEntries(
    (['name', ...CORRECTABLE_FIELDS] as const).flatMap((field) => {
      const text = fields[`${prefix}${field}`]
      return text === undefined ? [] : [[field, text]]
    }),
  )
}

// To the case that it was corrected for, if it was for one.
async function backFrom(services: Services, c: DeskContext): Promise<Response> {
  const household = c.req.param('id') ?? ''
  const from = await caseCameFrom(services, c, household)
  return c.redirect(from === null ? `/console/households/${household}` : `/console/cases/${from.id}`, 303)
}

async function showPerson(
  services: Services,
  c: DeskContext,
  fault: Fault | null,
  written: Written,
): Promise<Response> {
  const household = await readHousehold(services, c.get('desk').actor, c.req.param('id') ?? '')
  const person = household?.persons.find(({ id }) => id === c.req.param('person'))
  if (household === null || person === undefined) return notFound(c, 'households')
  const from = await caseCameFrom(services, c, household.id)
  return correctPage(c, { household, person, faults: faultsOf(fault), written: kept(fault, written), from })
}

// What another changed meanwhile is shown as it stands now, lest it be changed back unseen.
function kept(fault: Fault | null, written: Written): Written {
  const { why = '' } = written
  return fault === null || fault.code === 'invalid' ? written : { why }
}

async function showStanding(
  services: Services,
  c: DeskContext,
  fault: Fault | null,
  written: Written,
): Promise<Response> {
  const household = await readHousehold(services, c.get('desk').actor, c.req.param('id') ?? '')
  if (household === null) return notFound(c, 'households')
  const from = await caseCameFrom(services, c, household.id)
  return standingPage(c, { household, faults: faultsOf(fault), written, from })
}

function faultsOf(fault: Fault | null): readonly string[] | null {
  if (fault === null) return null
  return fault.fields?.map(({ path }) => path) ?? [fault.code]
}
