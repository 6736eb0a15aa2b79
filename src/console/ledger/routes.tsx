import { Hono } from 'hono'
import { countGaps, type Gaps, missingOf } from '../../audiences/gaps.ts'
import { auditWrite } from '../../audit/entry.ts'
import { schoolYearOf } from '../../policy/school-year.ts'
import { dayOf } from '../../time/clock.ts'
import type { Services } from '../../services.ts'
import type { DeskContext, DeskEnv } from '../desk.ts'
import { download, FORMATS } from '../download/download.ts'
import { allowed } from '../guard.ts'
import { notFound } from '../not-found.tsx'
import { seenIn } from '../views/pages.tsx'
import { FIGURES, figuresPage, PERSONS } from './figures-page.tsx'
import { allNamedLines, readNamedLines } from './named-lines.ts'
import { personsPage } from './persons-page.tsx'
import { type DeskQuery, readQuery } from './query.ts'
import { figureLines, listLines } from './tables.ts'

const PAGE = 50
const CURSOR = /^\d{6}\/\w+\/\w+\/\d+$/

/** The ledger: who is owed what, who is missing, and both to take away. */
export function consoleLedgerRoutes(services: Services): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()
  app.use('/console/ledger/*', allowed('ledger.read'))
  const presentYear = () => schoolYearOf(dayOf(services.clock()))
  const queryOf = (c: DeskContext) => readQuery(c.req.query(), c.get('desk').actor.area, presentYear())

  app.get(FIGURES, async (c) => {
    const counted = await countedFor(c)
    return counted === null
      ? notFound(c, 'ledger')
      : figuresPage(c, { ...counted, presentYear: presentYear() })
  })

  app.get(PERSONS, async (c) => {
    const query = queryOf(c)
    if (query === null) return notFound(c, 'ledger')
    const after = c.req.query('after')
    const paging = { after: after !== undefined && CURSOR.test(after) ? after : null, limit: PAGE }
    const read = await readNamedLines(services, c.get('desk').actor, query, paging)
    if (!read.ok) return notFound(c, 'ledger')
    const { lines, next } = read.page
    const total = await totalOf(c, query)
    return personsPage(c, { query, lines, next, seen: seenIn(c), total, presentYear: presentYear() })
  })

  for (const format of FORMATS) {
    app.get(`${FIGURES}/figures.${format}`, async (c) => {
      const counted = await countedFor(c)
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
      const counted = await countedFor(c)
      if (counted === null) return notFound(c, 'ledger')
      return download(
        'list',
        format,
        listLines(language, allNamedLines(services, actor, counted.query, format)),
      )
    })
  }
  return app

  // The lists that the figures lead to are as long as these say; of the others the pages are told alone.
  async function totalOf(c: DeskContext, query: DeskQuery): Promise<number | null> {
    if (query.state !== null && query.state !== 'not-received') return null
    const counted = await countGaps(services, c.get('desk').actor, query)
    if (!counted.ok) return null
    const { total } = counted.gaps
    return query.state === null ? total.eligible : missingOf(total)
  }

  async function countedFor(
    c: DeskContext,
  ): Promise<{ readonly query: DeskQuery; readonly gaps: Gaps } | null> {
    const query = queryOf(c)
    if (query === null) return null
    const counted = await countGaps(services, c.get('desk').actor, query)
    return counted.ok ? { query, gaps: counted.gaps } : null
  }
}
