import { Hono } from 'hono'
import { auditWrite } from '../../audit/entry.ts'
import type { Services } from '../../services.ts'
import type { DeskEnv } from '../desk.ts'
import { download, FORMATS } from '../download/download.ts'
import { allowed } from '../guard.ts'
import { notFound } from '../not-found.tsx'
import { countedFor } from './counted-for.ts'
import { FIGURES, PERSONS } from './figures-page.tsx'
import { allNamedLines } from './named-lines.ts'
import { figureLines, listLines } from './tables.ts'

/** The ledger to take away: its figures, and who is on it by name. */
export function ledgerExportRoutes(services: Services): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()
  for (const format of FORMATS) {
    app.get(`${FIGURES}/figures.${format}`, async (c) => {
      const counted = await countedFor(services, c)
      if (counted === null) return notFound(c, 'ledger')
      const { actor, language } = c.get('desk')
      const detail = { area: counted.query.county, format }
      await services.store.atomically([
        auditWrite(services, actor, { action: 'ledger.export-figures', detail }),
      ])
      return download('figures', format, figureLines(language, counted.query, counted.gaps))
    })

    app.use(`${PERSONS}.${format}`, allowed('ledger.export'))
    app.get(`${PERSONS}.${format}`, async (c) => {
      const { actor, language } = c.get('desk')
      // The first page tells whether the area is theirs, before anything is sent.
      const counted = await countedFor(services, c)
      if (counted === null) return notFound(c, 'ledger')
      const lines = allNamedLines(services, actor, counted.query, format)
      return download('list', format, listLines(language, lines))
    })
  }
  return app
}
