import { Hono, type MiddlewareHandler } from 'hono'
import { problem } from '../../http/problem.ts'
import { discardSentence, labelSentence, takeLabelBack } from '../../labelling/label-sentence.ts'
import { everySentence, listSentences } from '../../labelling/list-sentences.ts'
import { beginMeasure, keepReport, labelsNow, latestMeasure } from '../../labelling/measures.ts'
import { readReport } from '../../labelling/report.ts'
import { type Done, mayLabel } from '../../labelling/sentence.ts'
import { sheetOf } from '../../labelling/sheet.ts'
import { LANGUAGES } from '../../i18n/texts.ts'
import type { Services } from '../../services.ts'
import type { DeskContext, DeskEnv } from '../desk.ts'
import { download, FORMATS } from '../download/download.ts'
import { fieldsOf } from '../fields.ts'
import { type Filter, type Given, STATES } from './filter.ts'
import { understandingPage } from './page.tsx'

const AT = '/console/understanding'
const PAGE = 50

/** Sentences that were not understood: what they mean, and what taking that would change. */
export function understandingRoutes(services: Services): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()
  app.use(`${AT}/*`, provincial)

  app.get(AT, (c) => show(services, c, filterOf(c.req.query())))
  app.post(`${AT}/sentences/:id/:verb`, async (c) => {
    const fields = await fieldsOf(c)
    const { id, verb } = c.req.param()
    const given = { id, intent: fields['intent'] ?? '', topic: fields['topic'] ?? '' }
    const filter = filterOf(fields)
    const done = await act(services, c, verb, given)
    if (done === null) return problem(c, { code: 'not-found' })
    return done.ok
      ? c.redirect(`${AT}${queryOf(filter)}`, 303)
      : show(services, c, filter, { given, fault: done.fault })
  })

  for (const format of FORMATS)
    app.get(`${AT}/sentences.${format}`, async (c) => {
      const { actor } = c.get('desk')
      const sentences = await everySentence(services, actor, { labelled: null, language: null })
      return download('huixue-sentences', format, linesOf(sheetOf(sentences ?? [])))
    })

  app.post(`${AT}/measure`, async (c) => {
    const { measureLabels } = services
    const { count } = await labelsNow(services)
    if (measureLabels === undefined || count === 0) return problem(c, { code: 'conflict' })
    const begun = await beginMeasure(services, c.get('desk').actor)
    if (begun.ok) measureLabels(begun.id)
    return c.redirect(AT, 303)
  })
  app.post(`${AT}/report`, async (c) => {
    const { file } = await c.req.parseBody()
    const report = file instanceof File ? readReport(await file.text()) : null
    if (report === null) return show(services, c, filterOf({}), { given: null, fault: { code: 'malformed' } })
    await keepReport(services, c.get('desk').actor, report)
    return c.redirect(AT, 303)
  })
  return app
}

async function show(
  services: Services,
  c: DeskContext,
  filter: Filter,
  refused: Refused | null = null,
): Promise<Response> {
  const labelled = filter.state === 'all' ? null : filter.state === 'labelled'
  const { language, after } = filter
  const wanted = { labelled, language, after, limit: PAGE }
  const listed = await listSentences(services, c.get('desk').actor, wanted)
  if (!listed.ok) return problem(c, listed.fault)
  const effect = {
    measure: await latestMeasure(services),
    labels: await labelsNow(services),
    canMeasure: services.measureLabels !== undefined,
  }
  return understandingPage(c, listed.page, { filter, refused, effect })
}

async function act(
  services: Services,
  c: DeskContext,
  verb: string,
  { id, ...label }: Given,
): Promise<Done | null> {
  const { actor } = c.get('desk')
  if (verb === 'label') return labelSentence(services, actor, id, label)
  if (verb === 'take-back') return takeLabelBack(services, actor, id)
  return verb === 'discard' ? discardSentence(services, actor, id) : null
}

type Refused = Parameters<typeof understandingPage>[2]['refused']

const provincial: MiddlewareHandler<DeskEnv> = async (c, next) =>
  mayLabel(c.get('desk').actor) ? next() : problem(c, { code: 'forbidden' })

function filterOf({ state, language, after }: Readonly<Record<string, string>>): Filter {
  return {
    state: STATES.find((one) => one === state) ?? 'open',
    language: LANGUAGES.find((one) => one === language) ?? null,
    after: after !== undefined && /^\d+\.\w+$/.test(after) ? after : null,
  }
}

function queryOf({ state, language, after }: Filter): string {
  const query = { state, ...(language === null ? {} : { language }), ...(after === null ? {} : { after }) }
  return `?${new URLSearchParams(query).toString()}`
}

async function* linesOf(lines: ReturnType<typeof sheetOf>) {
  for (const line of lines) yield line
}
