import { Hono } from 'hono'
import { auditWrite } from '../../audit/entry.ts'
import type { Services } from '../../services.ts'
import { allFindings, readFindings } from '../../uploads/findings.ts'
import { readUpload } from '../../uploads/read.ts'
import type { FindingKind, Found } from '../../uploads/upload.ts'
import type { DeskContext, DeskEnv } from '../desk.ts'
import { download } from '../download/download.ts'
import { notFound } from '../not-found.tsx'
import { findingLines } from './finding-lines.ts'
import { findingsPage } from './findings-page.tsx'
import { IMPORTS } from './list-page.tsx'

/** What is wrong with a file handed in, row by row: to look at, and to take away. */
export function findingRoutes(services: Services): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()
  for (const kind of ['rejected', 'warned'] as const) {
    app.get(`${IMPORTS}/:id/${kind}`, (c) => findings(c, c.req.param('id'), kind))
    app.get(`${IMPORTS}/:id/${kind}.csv`, async (c) => {
      const { actor, language } = c.get('desk')
      const read = await readUpload(services, actor, c.req.param('id'))
      if (read === null) return notFound(c, 'imports')
      const { id } = read.upload
      await services.store.atomically([
        auditWrite(services, actor, { action: `import.export-${kind}`, subject: id }),
      ])
      const columns = read.found?.columns.map(([header]) => header) ?? []
      const found = allFindings(services, id, kind)
      return download(kind, 'csv', findingLines(language, kind, columns, found))
    })
  }
  return app

  async function findings(c: DeskContext, id: string, kind: FindingKind): Promise<Response> {
    const read = await readUpload(services, c.get('desk').actor, id)
    if (read === null) return notFound(c, 'imports')
    const asked = Number(c.req.query('at') ?? 0)
    const at = Number.isSafeInteger(asked) && asked >= 0 ? asked : 0
    const found = await readFindings(services, id, kind, at)
    return findingsPage(c, {
      upload: read.upload,
      kind,
      findings: found,
      at,
      total: foundOf(read.found, kind),
    })
  }
}

function foundOf(found: Found | null, kind: FindingKind): number {
  const reasons = kind === 'rejected' ? found?.rejections : found?.warnings
  return Object.values(reasons ?? {}).reduce((sum, count) => sum + count, 0)
}
