import { Hono } from 'hono'
import { byToday } from '../determinations/today.ts'
import { pageHeaders } from '../http/document.tsx'
import { problem } from '../http/problem.ts'
import { LANGUAGES } from '../i18n/texts.ts'
import { countyByCode } from '../regions/county.ts'
import type { Services } from '../services.ts'
import { countyPage } from './county-page.tsx'
import { offeredIn } from './offered.ts'
import { servedIn } from './served.ts'

/** What each county makes public: what the plan offers there, and how many it reached. Aggregates alone. */
export function publicRoutes(services: Services): Hono {
  const app = new Hono()
  app.get('/public/counties/:code{\\d{6}}', pageHeaders, async (c) => {
    const county = countyByCode(c.req.param('code'))
    if (county === undefined) return problem(c, { code: 'not-found' })
    const { day: today, book } = await byToday(services)
    const page = await countyPage({
      language: LANGUAGES.find((language) => language === c.req.query('language')) ?? 'zh-CN',
      county,
      today,
      offered: offeredIn(county.code, today, book),
      served: await servedIn(services, county.code),
    })
    c.header('cache-control', 'public, max-age=300')
    return c.html(page)
  })
  return app
}
