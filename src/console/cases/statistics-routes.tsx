import { Hono } from 'hono'
import { caseStatistics } from '../../cases/statistics.ts'
import type { Services } from '../../services.ts'
import type { DeskEnv } from '../desk.ts'
import { download, FORMATS } from '../download/download.ts'
import { statisticsLines } from './statistics-lines.ts'
import { STATISTICS, statisticsPage } from './statistics-page.tsx'

/** What became of all cases: to look at, and to take away. */
export function statisticsRoutes(services: Services): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()
  app.get(STATISTICS, async (c) => statisticsPage(c, await caseStatistics(services, c.get('desk').actor)))
  for (const format of FORMATS)
    app.get(`${STATISTICS}.${format}`, async (c) => {
      const { actor, language } = c.get('desk')
      return download('cases', format, statisticsLines(language, await caseStatistics(services, actor)))
    })
  return app
}
