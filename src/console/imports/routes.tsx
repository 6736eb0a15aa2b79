import { Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { TextKey } from '../../i18n/texts.ts'
import { problem } from '../../http/problem.ts'
import type { Services } from '../../services.ts'
import { may } from '../../staff/permissions.ts'
import { keepUpload } from '../../uploads/keep.ts'
import { WORKERS_LIMITS } from '../../uploads/limits.ts'
import { listUploads } from '../../uploads/read.ts'
import { UPLOAD_KINDS } from '../../uploads/upload.ts'
import { staffCalled } from '../called.ts'
import type { DeskContext, DeskEnv } from '../desk.ts'
import { findingRoutes } from './finding-routes.ts'
import { readHandedIn } from './handed-in.ts'
import { IMPORTS, listPage } from './list-page.tsx'
import { uploadRoutes } from './upload-routes.ts'

/** What else of a form goes with its file. */
const BESIDE_THE_FILE = 64 * 1024

/** Files handed in: read, shown, put right, applied. */
export function importRoutes(services: Services): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()
  const limits = services.uploadLimits ?? WORKERS_LIMITS
  const fits = bodyLimit({
    maxSize: limits.bytes + BESIDE_THE_FILE,
    onError: (c: DeskContext) => list(c, 'imports:too-large', 413),
  })
  app.use(`${IMPORTS}/*`, mayImport)

  app.get(IMPORTS, (c) => list(c, null))
  app.post(IMPORTS, fits, async (c) => {
    const form = await c.req.formData().catch(() => null)
    const read = await readHandedIn(form, limits, services.clock())
    if (!read.ok) return list(c, read.words, read.status)
    const kept = await keepUpload(services, c.get('desk').actor, read.handed)
    return kept.ok ? c.redirect(`${IMPORTS}/${kept.id}`, 303) : list(c, 'imports:refused')
  })

  app.route('/', uploadRoutes(services))
  app.route('/', findingRoutes(services))
  return app

  async function list(c: DeskContext, fault: TextKey | null, status: 413 | 422 = 422): Promise<Response> {
    const uploads = await listUploads(services, c.get('desk').actor)
    const called = await staffCalled(
      services.store,
      uploads.map(({ by }) => by),
    )
    return listPage(c, { uploads, limits, fault, called }, fault === null ? 200 : status)
  }
}

const mayImport: MiddlewareHandler<DeskEnv> = async (c, next) => {
  const { actor } = c.get('desk')
  return Object.values(UPLOAD_KINDS).some((action) => may(actor, action))
    ? next()
    : problem(c, { code: 'forbidden' })
}
