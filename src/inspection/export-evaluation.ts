import { auditWrite } from '../audit/entry.ts'
import type { Fault } from '../fault.ts'
import { type Language, textsIn } from '../i18n/texts.ts'
import { countyByCode } from '../regions/county.ts'
import type { Services } from '../services.ts'
import { csvBytes } from '../spreadsheet/csv.ts'
import type { Actor } from '../staff/actor.ts'
import { type Area, contains } from '../staff/area.ts'
import { may } from '../staff/permissions.ts'
import { type EvaluationLine, evaluate } from './evaluation.ts'
import { type File, withManifest } from './package.ts'
import { SMALLEST_GROUP } from './suppress.ts'
import type { Cell } from './tables.ts'

type Exported =
  | { readonly ok: true; readonly files: readonly File[] }
  | { readonly ok: false; readonly fault: Fault }

/** Counts of an area for whoever evaluates the plan from outside: nobody in particular, small groups hidden. Faults: forbidden, not-found (another's area). */
export async function exportEvaluation(
  services: Services,
  actor: Actor,
  area: Area,
  language: Language,
): Promise<Exported> {
  if (!may(actor, 'inspection.export')) return { ok: false, fault: { code: 'forbidden' } }
  if (!contains(actor.area, area)) return { ok: false, fault: { code: 'not-found' } }
  const { day, lines, notCurrent } = await evaluate(services, area)
  const say = textsIn(language)
  const headings = [
    say('inspection:county'),
    say('inspection:programme'),
    say('inspection:programme-name'),
    say('inspection:outcome'),
    say('inspection:ledger'),
    say('inspection:persons'),
  ]
  const file = {
    name: 'evaluation.csv',
    bytes: csvBytes([headings, ...lines.map((line) => cells(line, language))]),
  }
  const about = {
    kind: 'huixue-evaluation',
    area: area.code,
    township: area.township,
    day,
    madeAt: services.clock().toISOString(),
    smallestGroup: SMALLEST_GROUP,
    householdsNotCurrent: notCurrent,
  }
  await services.store.atomically([
    auditWrite(services, actor, {
      action: 'inspection.evaluation',
      detail: { area: area.code, lines: lines.length },
    }),
  ])
  return { ok: true, files: withManifest([file], about) }
}

function cells(
  { county, programme, outcome, state, persons }: EvaluationLine,
  language: Language,
): readonly Cell[] {
  const say = textsIn(language)
  const place = countyByCode(county)
  return [
    (language === 'bo' ? place?.nameBo : null) ?? place?.name ?? county,
    programme,
    say(`policy:programme.${programme}.name`),
    say(`console:outcome.${outcome}`),
    say(`console:ledger-filter.${state}`),
    persons ?? say('inspection:hidden'),
  ]
}
