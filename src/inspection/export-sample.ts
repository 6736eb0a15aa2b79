import { auditWrite } from '../audit/entry.ts'
import { stampOn } from '../determinations/stamp.ts'
import { byToday } from '../determinations/today.ts'
import type { Fault } from '../fault.ts'
import type { Language } from '../i18n/texts.ts'
import type { Services } from '../services.ts'
import type { Actor } from '../staff/actor.ts'
import { contains } from '../staff/area.ts'
import { may } from '../staff/permissions.ts'
import { csvBytes } from '../spreadsheet/csv.ts'
import { detailsOf } from './details.ts'
import { drawSample } from './draw.ts'
import { type File, withManifest } from './package.ts'
import type { SamplePlan } from './sample-plan.ts'
import { messagesTable, reasonsTable, sampleTable } from './tables.ts'

type Exported =
  | { readonly ok: true; readonly files: readonly File[]; readonly drawn: number }
  | { readonly ok: false; readonly fault: Fault }

/**
 * The sample of a plan as files: who was drawn, every reason, what was said, and a manifest that tells how it was drawn
 * and holds each file's hash. Register numbers stand in it, and no name, ID number or telephone. The export stands in
 * the audit before it is handed over. Faults: forbidden, not-found (another's area).
 */
export async function exportSample(
  services: Services,
  actor: Actor,
  plan: SamplePlan,
  language: Language,
): Promise<Exported> {
  if (!may(actor, 'inspection.export')) return { ok: false, fault: { code: 'forbidden' } }
  if (!contains(actor.area, plan.area)) return { ok: false, fault: { code: 'not-found' } }
  const { book } = await byToday(services)
  const draw = await drawSample(services, plan, book)
  const details = await detailsOf(services, plan, draw, book)
  const tables = {
    'sample.csv': sampleTable(details, language),
    'reasons.csv': reasonsTable(details, language),
    'messages.csv': messagesTable(details, language),
  }
  const files = Object.entries(tables).map(([name, table]) => ({ name, bytes: csvBytes(table) }))
  const { area, seed, day, each } = plan
  const about = {
    kind: 'huixue-inspection-sample',
    area: area.code,
    township: area.township,
    seed,
    day,
    each,
    plan: book.plan,
    rules: stampOn(day, book),
    drawnAt: services.clock().toISOString(),
    drawnBy: actor.name,
    households: draw.households,
    persons: draw.persons,
    strata: draw.strata.map(({ county, programme, outcome, size, drawn }) => ({
      county,
      programme,
      outcome,
      size,
      drawn: drawn.length,
    })),
  }
  await services.store.atomically([
    auditWrite(services, actor, {
      action: 'inspection.sample',
      place: area.code.length === 6 ? { county: area.code, township: area.township } : null,
      detail: { area: area.code, day, drawn: details.details.length },
    }),
  ])
  return { ok: true, files: withManifest(files, about), drawn: details.details.length }
}
