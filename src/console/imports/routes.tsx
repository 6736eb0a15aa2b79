import { Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { TextKey } from '../../i18n/texts.ts'
import { problem } from '../../http/problem.ts'
import type { Services } from '../../services.ts'
import { may } from '../../staff/permissions.ts'
import { approveUpload, dropUpload, mapColumns } from '../../uploads/decide.ts'
import { keepUpload } from '../../uploads/keep.ts'
import { WORKERS_LIMITS } from '../../uploads/limits.ts'
import type { MappingPairs } from '../../uploads/mapping.ts'
import { listUploads, readUpload } from '../../uploads/read.ts'
import { undoUpload } from '../../uploads/undo.ts'
import { UPLOAD_KINDS } from '../../uploads/upload.ts'
import { staffCalled } from '../called.ts'
import type { DeskContext, DeskEnv } from '../desk.ts'
import { fieldsOf } from '../fields.ts'
import { notFound } from '../not-found.tsx'
import { findingRoutes } from './finding-routes.ts'
import { readHandedIn } from './handed-in.ts'
import { IMPORTS, listPage } from './list-page.tsx'
import { uploadPage } from './upload-page.tsx'

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

  app.get(`${IMPORTS}/:id`, (c) => show(c, null))
  app.post(`${IMPORTS}/:id/columns`, async (c) => {
    const pairs = columnsChosen(await fieldsOf(c))
    return decided(c, await mapColumns(services, c.get('desk').actor, c.req.param('id'), pairs))
  })
  app.post(`${IMPORTS}/:id/apply`, async (c) =>
    decided(c, await approveUpload(services, c.get('desk').actor, c.req.param('id'))),
  )
  app.post(`${IMPORTS}/:id/drop`, async (c) =>
    decided(c, await dropUpload(services, c.get('desk').actor, c.req.param('id'))),
  )

  app.post(`${IMPORTS}/:id/undo`, async (c) => {
    const undone = await undoUpload(services, c.get('desk').actor, c.req.param('id'))
    if (undone === 'gone') return notFound(c, 'imports')
    return undone === 'undone'
      ? c.redirect(`${IMPORTS}/${c.req.param('id')}`, 303)
      : show(c, 'imports:undo-refused')
  })

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

  async function show(c: DeskContext, fault: TextKey | null): Promise<Response> {
    const read = await readUpload(services, c.get('desk').actor, c.req.param('id') ?? '')
    if (read === null) return notFound(c, 'imports')
    const called = await staffCalled(services.store, [read.upload.by])
    return uploadPage(c, { ...read, now: services.clock(), fault, called })
  }

  // What was done meanwhile by somebody else is told; what is not theirs is not there.
  async function decided(c: DeskContext, isDone: boolean): Promise<Response> {
    return isDone ? c.redirect(`${IMPORTS}/${c.req.param('id') ?? ''}`, 303) : show(c, 'imports:meanwhile')
  }
}

const mayImport: MiddlewareHandler<DeskEnv> = async (c, next) => {
  const { actor } = c.get('desk')
  return Object.values(UPLOAD_KINDS).some((action) => may(actor, action))
    ? next()
    : problem(c, { code: 'forbidden' })
}

// What was left as it was read is not remembered as staff's word.
function columnsChosen(fields: Readonly<Record<string, string>>): MappingPairs {
  return Object.entries(fields).flatMap(([name, header]) => {
    const [, at] = /^header\.(\d+)$/.exec(name) ?? []
    const column = fields[`column.${at}`]
    return at === undefined || column === undefined || column === fields[`was.${at}`]
      ? []
      : [[header, column] as const]
  })
}
