import type { Services } from '../services.ts'
import { statement } from '../storage/store.ts'

const DAY_MS = 24 * 3600 * 1000
/** A file that nobody applied is kept a day; what was found in one, and what it changed, a month. */
const KEPT = { files: DAY_MS, findings: 30 * DAY_MS } as const

const DROP = `update uploads set state = 'dropped', sealed = null
  where created_at < ?1 and state in ('arriving', 'waiting', 'read', 'failed')`
const PIECES = `delete from upload_pieces where upload_id in (select id from uploads where created_at < ?1
  and state not in ('reading', 'applying', 'apply-waiting'))`
const FINDINGS =
  'delete from upload_findings where upload_id in (select id from uploads where created_at < ?1)'
const FOUND = `update uploads set sealed = null where created_at < ?1 and state not in ('reading', 'applying', 'apply-waiting')`
const BEFORE = 'delete from import_before where import_id in (select id from imports where started_at < ?1)'

/** Forgets files and findings that have served: they name people. */
export async function sweepUploads({ store, clock }: Pick<Services, 'store' | 'clock'>): Promise<void> {
  const since = (milliseconds: number) => new Date(clock().getTime() - milliseconds).toISOString()
  await store.atomically([
    statement(DROP, [since(KEPT.files)]),
    statement(PIECES, [since(KEPT.files)]),
    statement(FINDINGS, [since(KEPT.findings)]),
    statement(FOUND, [since(KEPT.findings)]),
    statement(BEFORE, [since(KEPT.findings)]),
  ])
}
