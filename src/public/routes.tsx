import { type Context, Hono } from 'hono'
import { byToday } from '../determinations/today.ts'
import { pageHeaders } from '../http/document.tsx'
import { openRate } from '../http/open-rate.ts'
import { LANGUAGES, type Language } from '../i18n/texts.ts'
import { countyByCode } from '../regions/county.ts'
import type { Services } from '../services.ts'
import { textableNumber } from '../settings.ts'
import { countiesPage, noCountyPage } from './counties-page.tsx'
import { countyPage } from './county-page.tsx'
import { COUNTIES_PAGE } from './frame.tsx'
import { offeredIn } from './offered.ts'
import { servedIn } from './served.ts'

/** What each county makes public: what the plan offers there, and how many it reached. Aggregates alone. */
export function publicRoutes(services: Services): Hono {
  const app = new Hono()
  app.use('/public/*', pageHeaders)
  app.use('/public/*', openRate(services))
  app.get('/public', (c) => c.redirect(COUNTIES_PAGE))
  app.get(COUNTIES_PAGE, async (c) => lasting(c, await countiesPage(languageAsked(c))))
  app.get(`${COUNTIES_PAGE}/:code{\\d{6}}`, async (c) => {
    const language = languageAsked(c)
    const county = countyByCode(c.req.param('code'))
    if (county === undefined) return c.html(await noCountyPage(language), 404)
    const { day: today, book } = await byToday(services)
    const page = await countyPage({
      language,
      county,
      today,
      number: textableNumber(services.settings),
      offered: offeredIn(county.code, today, book),
      served: await servedIn(services, county.code),
    })
    return lasting(c, page)
  })
  return app
}

// For some minutes: what is imported meanwhile can wait as long.
function lasting(c: Context, page: Awaited<ReturnType<typeof countiesPage>>): Response | Promise<Response> {
  c.header('cache-control', 'public, max-age=300')
  return c.html(page)
}

function languageAsked(c: Context): Language {
  return LANGUAGES.find((language) => language === c.req.query('language')) ?? 'zh-CN'
}
