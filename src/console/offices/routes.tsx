import { Hono } from 'hono'
import { enterOffice, type OfficeForm } from '../../register/offices/enter.ts'
import { OFFICE_COLUMNS, type OfficeRow, toOffice } from '../../register/offices/rows.ts'
import type { Office } from '../../register/office.ts'
import type { Services } from '../../services.ts'
import type { Actor } from '../../staff/actor.ts'
import { areaCondition } from '../../staff/area.ts'
import type { DeskEnv } from '../desk.ts'
import { fieldsOf } from '../fields.ts'
import { allowed } from '../guard.ts'
import { officesPage } from './page.tsx'

const FIELDS = [
  'county',
  'programme',
  'opensOn',
  'closesOn',
  'papers',
  'papersBo',
  'place',
  'placeBo',
  'telephone',
  'validFrom',
] as const

/** What the counties' offices tell families of how to apply: all entries, and a new one. */
export function officeRoutes(services: Services): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()
  app.use('/console/offices/*', allowed('offices.read'))

  app.get('/console/offices', async (c) =>
    officesPage(c, await entriesIn(services, c.get('desk').actor), { form: {}, refused: null }),
  )
  app.post('/console/offices', async (c) => {
    const { actor } = c.get('desk')
    const fields = await fieldsOf(c)
    const form: OfficeForm = Object.fromEntries(FIELDS.map((field) => [field, fields[field] ?? '']))
    const entered = await enterOffice(services, actor, form)
    if (entered.ok) return c.redirect('/console/offices', 303)
    const refused = entered.refused?.reason ?? entered.fault.code
    return officesPage(c, await entriesIn(services, actor), { form, refused })
  })
  return app
}

async function entriesIn(
  { store }: Pick<Services, 'store'>,
  { area }: Pick<Actor, 'area'>,
): Promise<readonly Office[]> {
  // An office is a county's: a township's staff see their county's.
  const { sql, params } = areaCondition({ ...area, township: null }, { county: 'county', township: null }, 1)
  const rows = await store.rows<OfficeRow>(
    `select ${OFFICE_COLUMNS} from offices where ${sql} order by county, programme, valid_from desc`,
    params,
  )
  return rows.map(toOffice)
}
