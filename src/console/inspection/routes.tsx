import { Hono } from 'hono'
import type { Fault } from '../../fault.ts'
import { problem } from '../../http/problem.ts'
import { exportEvaluation } from '../../inspection/export-evaluation.ts'
import { exportSample } from '../../inspection/export-sample.ts'
import { type File, zipOf } from '../../inspection/package.ts'
import { readSamplePlan } from '../../inspection/sample-plan.ts'
import { dayOf } from '../../time/clock.ts'
import type { Services } from '../../services.ts'
import { areaOf } from '../../staff/area.ts'
import type { DeskContext, DeskEnv } from '../desk.ts'
import { fieldsOf } from '../fields.ts'
import { allowed } from '../guard.ts'
import { inspectionPage } from './page.tsx'

/** Samples and counts to take along; each is a file that the browser keeps, and stands in the audit. */
export function inspectionRoutes(services: Services): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()
  const today = () => dayOf(services.clock())
  app.use('/console/inspection/*', allowed('inspection.export'))

  app.get('/console/inspection', (c) => inspectionPage(c, today()))
  app.post('/console/inspection/sample', async (c) => {
    const said = await fieldsOf(c)
    const read = readSamplePlan(said, today())
    if (!read.ok) return inspectionPage(c, today(), said, read.fault)
    const { actor, language } = c.get('desk')
    return handed(c, 'sample', await exportSample(services, actor, read.plan, language))
  })
  app.post('/console/inspection/evaluation', async (c) => {
    const said = await fieldsOf(c)
    const area = areaOf(said['area'] ?? '', said['township'] || null)
    if (area === null) return inspectionPage(c, today(), said, NO_AREA)
    const { actor, language } = c.get('desk')
    return handed(c, 'evaluation', await exportEvaluation(services, actor, area, language))
  })
  return app
}

const NO_AREA: Fault = {
  code: 'invalid',
  fields: [{ path: 'area', problem: 'no area of Gansu', told: { code: 'no-area' } }],
}

type Exported =
  | { readonly ok: true; readonly files: readonly File[] }
  | { readonly ok: false; readonly fault: Fault }

function handed(c: DeskContext, name: string, exported: Exported): Response {
  if (!exported.ok) return problem(c, exported.fault)
  return c.body(zipOf(exported.files), 200, {
    'content-type': 'application/zip',
    'content-disposition': `attachment; filename="huixue-${name}.zip"`,
  })
}
