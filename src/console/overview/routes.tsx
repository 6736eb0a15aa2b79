import { Hono } from 'hono'
import { textsIn } from '../../i18n/texts.ts'
import type { Services } from '../../services.ts'
import type { DeskEnv } from '../desk.ts'
import { download, FORMATS } from '../download/download.ts'
import { framed } from '../frame.tsx'
import { allowed } from '../guard.ts'
import { figuresFor } from './figures.ts'
import { Overview } from './page.tsx'
import { overviewLines } from './table.ts'

/** The first page: what waits, how far the programmes reach, what is asked. */
export function overviewRoutes(services: Services): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()
  app.get('/console', allowed('overview.read'), async (c) => {
    const desk = c.get('desk')
    const figures = await figuresFor(services, desk.actor)
    return framed(c, {
      here: 'overview',
      title: textsIn(desk.language)('console:menu.overview'),
      children: <Overview desk={desk} figures={figures} now={services.clock()} />,
    })
  })
  for (const format of FORMATS)
    app.get(`/console/overview/figures.${format}`, allowed('overview.read'), async (c) => {
      const desk = c.get('desk')
      const figures = await figuresFor(services, desk.actor)
      return download('overview', format, overviewLines(desk, figures, services.clock()))
    })
  return app
}
