import { Hono } from 'hono'
import type { TextKey } from '../../i18n/texts.ts'
import type { Services } from '../../services.ts'
import { approveUpload, dropUpload, mapColumns } from '../../uploads/decide.ts'
import type { MappingPairs } from '../../uploads/mapping.ts'
import { readUpload } from '../../uploads/read.ts'
import { undoUpload } from '../../uploads/undo.ts'
import { staffCalled } from '../called.ts'
import type { DeskContext, DeskEnv } from '../desk.ts'
import { fieldsOf } from '../fields.ts'
import { notFound } from '../not-found.tsx'
import { IMPORTS } from './list-page.tsx'
import { uploadPage } from './upload-page.tsx'

/** One file: looked at, its columns put right, applied, dropped, taken back. */
export function uploadRoutes(services: Services): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()
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
  return app

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
