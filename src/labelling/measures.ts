import { auditWrite } from '../audit/entry.ts'
import type { Services } from '../services.ts'
import type { Actor } from '../staff/actor.ts'
import { mustHaveChangedOne, type Query, statement } from '../storage/store.ts'
import { digestOf } from './digest.ts'
import { type Report, readReport } from './report.ts'
import { type Done, FORBIDDEN, labelOf, mayLabel } from './sentence.ts'

/** A measurement as it stands. `report` once it is done. */
export type Measure = {
  readonly state: 'running' | 'done' | 'failed'
  readonly by: string
  readonly at: string
  /** Digest of the labels that it measures. */
  readonly labels: string
  readonly report: Report | null
}

type Begun = { readonly ok: true; readonly id: string } | Extract<Done, { ok: false }>

// Training takes a minute or two, on a slow machine five.
const ABANDONED_AFTER_MS = 15 * 60 * 1000

const BEGIN = `insert into understanding_measures (id, state, by, at, labels) select ?1, 'running', ?2, ?3, ?4
  where not exists (select 1 from understanding_measures where state = 'running' and at > ?5)`
const END = `update understanding_measures set state = ?2, report = ?3, at = ?4, labels = coalesce(?5, labels)
  where id = ?1`
const KEEP = `insert into understanding_measures (id, state, by, at, labels, report) values (?1, 'done', ?2, ?3, ?4, ?5)`
// The last one is all that is asked for.
const OLDER = `delete from understanding_measures
  where rowid < (select rowid from understanding_measures where id = ?1)`
const LATEST = `select state, by, at, labels, report from understanding_measures order by rowid desc limit 1`

/** Writes down that a measurement begins. Faults: forbidden, conflict (another is under way). */
export async function beginMeasure(services: Services, actor: Actor): Promise<Begun> {
  if (!mayLabel(actor)) return FORBIDDEN
  const labels = (await labelsNow(services)).digest
  const now = services.clock()
  const id = services.ids()
  const abandoned = new Date(now.getTime() - ABANDONED_AFTER_MS).toISOString()
  const commit = await services.store.atomically([
    statement(BEGIN, [id, actor.name, now.toISOString(), labels, abandoned]),
    mustHaveChangedOne(),
    audited(services, actor, id),
  ])
  return commit === 'conflict' ? { ok: false, fault: { code: 'conflict' } } : { ok: true, id }
}

/** Writes down what a measurement found; null where it failed. */
export async function endMeasure(services: Services, id: string, report: Report | null): Promise<void> {
  const state = report === null ? 'failed' : 'done'
  const json = report === null ? null : JSON.stringify(report)
  await services.store.atomically([
    statement(END, [id, state, json, services.clock().toISOString(), report?.labels ?? null]),
    statement(OLDER, [id]),
  ])
}

/** Keeps a report that was measured elsewhere. Faults: forbidden. */
export async function keepReport(services: Services, actor: Actor, report: Report): Promise<Done> {
  if (!mayLabel(actor)) return FORBIDDEN
  const id = services.ids()
  const values = [id, actor.name, services.clock().toISOString(), report.labels, JSON.stringify(report)]
  await services.store.atomically([
    statement(KEEP, values),
    statement(OLDER, [id]),
    audited(services, actor, id),
  ])
  return { ok: true }
}

const LABELS = `select id, label_intent as intent, label_topic as topic from misunderstandings
  where label_intent is not null`

/** How many labels there are, and the digest by which a report tells whether it measured just these. */
export async function labelsNow({
  store,
}: Pick<Services, 'store'>): Promise<{ readonly count: number; readonly digest: string }> {
  const rows = await store.rows<{ id: string; intent: string; topic: string | null }>(LABELS)
  const labels = rows.flatMap(({ id, intent, topic }) => {
    const label = labelOf(intent, topic)
    return label === null ? [] : [{ id, label }]
  })
  return { count: labels.length, digest: digestOf(labels) }
}

/** The last measurement, null before the first. One that was cut off has failed. */
export async function latestMeasure({
  store,
  clock,
}: Pick<Services, 'store' | 'clock'>): Promise<Measure | null> {
  const [row] = await store.rows<Omit<Measure, 'report'> & { report: string | null }>(LATEST)
  if (row === undefined) return null
  const isCutOff = row.state === 'running' && Date.parse(row.at) < clock().getTime() - ABANDONED_AFTER_MS
  const report = row.report === null ? null : readReport(row.report)
  return { ...row, state: isCutOff ? 'failed' : row.state, report }
}

function audited(services: Services, actor: Actor, id: string): Query {
  return auditWrite(services, actor, { action: 'sentence.measure', subject: id })
}
