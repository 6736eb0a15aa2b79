import { Hono } from 'hono'
import { countGaps, missingOf } from '../../audiences/gaps.ts'
import type { Services } from '../../services.ts'
import type { DeskContext, DeskEnv } from '../desk.ts'
import { allowed } from '../guard.ts'
import { notFound } from '../not-found.tsx'
import { seenIn } from '../views/pages.tsx'
import { countedFor, presentYear, queryOf } from './counted-for.ts'
import { ledgerExportRoutes } from './export-routes.ts'
import { FIGURES, figuresPage, PERSONS } from './figures-page.tsx'
import { readNamedLines } from './named-lines.ts'
import { personsPage } from './persons-page.tsx'
import type { DeskQuery } from './query.ts'

const PAGE = 50
const CURSOR = /^\d{6}\/\w+\/\w+\/\d+$/

/** The ledger: who is owed what, who is missing, and both to take away. */
export function consoleLedgerRoutes(services: Services): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()
  app.use('/console/ledger/*', allowed('ledger.read'))

  app.get(FIGURES, async (c) => {
    const counted = await countedFor(services, c)
    return counted === null
      ? notFound(c, 'ledger')
      : figuresPage(c, { ...counted, presentYear: presentYear(services) })
  })

  app.get(PERSONS, async (c) => {
    const query = queryOf(services, c)
    if (query === null) return notFound(c, 'ledger')
    const after = c.req.query('after')
    const paging = { after: after !== undefined && CURSOR.test(after) ? after : null, limit: PAGE }
    const read = await readNamedLines(services, c.get('desk').actor, query, paging)
    if (!read.ok) return notFound(c, 'ledger')
    const { lines, next } = read.page
    const total = await totalOf(c, query)
    return personsPage(c, { query, lines, next, seen: seenIn(c), total, presentYear: presentYear(services) })
  })

  app.route('/', ledgerExportRoutes(services))
  return app

  // The lists that the figures lead to are as long as these say; of the others the pages are told alone.
  async function totalOf(c: DeskContext, query: DeskQuery): Promise<number | null> {
    if (query.state !== null && query.state !== 'not-received') return null
    const counted = await countGaps(services, c.get('desk').actor, query)
    if (!counted.ok) return null
    const { total } = counted.gaps
    return query.state === null ? total.eligible : missingOf(total)
  }
}
