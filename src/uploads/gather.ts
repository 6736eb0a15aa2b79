import type { Listener } from '../register/importing/report.ts'
import { columnName } from '../register/columns.ts'
import { LEDGER_HEADERS } from '../register/ledger/columns.ts'
import type { LedgerListener } from '../register/ledger/import.ts'
import type { Services } from '../services.ts'
import { statement } from '../storage/store.ts'
import { type FindingsSoFar, gatherFindings, NONE_FOUND } from './findings.ts'
import type { Upload } from './read.ts'
import type { Found } from './upload.ts'

const SAMPLE = 20
const TELL_EVERY_MS = 700
const LEASE_MS = 120_000

const PROGRESS = `update uploads set done = ?2, total = coalesce(?3, total), lease_until = ?4
  where id = ?1 and state in ('reading', 'applying')`

/** What was heard of an import so far. */
export type Gathered = Pick<Found, 'columns' | 'added' | 'changed' | 'missed'> & {
  readonly findings: FindingsSoFar
}

const NOTHING_YET: Gathered = { columns: [], added: [], changed: [], missed: [], findings: NONE_FOUND }

/** Hears an import of either kind, keeps what it finds, and tells how far it has come about once a second. */
export async function gather(services: Services, upload: Upload, from: Gathered = NOTHING_YET) {
  const findings = await gatherFindings(services, upload.id, from.findings)
  let { columns } = from
  const added = [...from.added]
  const changed = [...from.changed]
  const missed = [...from.missed]
  let told = performance.now()
  const progress = async (done: number, total: number | null) => {
    await findings.flush()
    if (performance.now() - told < TELL_EVERY_MS) return
    told = performance.now()
    const lease = new Date(services.clock().getTime() + LEASE_MS).toISOString()
    await services.store.atomically([statement(PROGRESS, [upload.id, done, total, lease])])
  }
  const header = (names: readonly string[], { at }: { readonly at: ReadonlyMap<string, number> }) => {
    columns = names.map((name, place) => [name, [...at].find(([, where]) => where === place)?.[0] ?? null])
  }
  const register: Listener = {
    header,
    household: (change) => {
      const sample = change.kind === 'added' ? added : changed
      if (sample.length < SAMPLE) sample.push(change)
    },
    missing: (one) => {
      if (missed.length < SAMPLE) missed.push(one)
    },
    rejected: ({ column, ...rest }) => findings.add('rejected', { ...rest, column: columnName(column) }),
    warned: ({ column, ...rest }) => findings.add('warned', { ...rest, column: columnName(column) }),
    progress,
  }
  const ledger: LedgerListener = {
    header,
    refused: ({ column, ...rest }) =>
      findings.add('rejected', { ...rest, column: LEDGER_HEADERS[column][0] }),
    warned: ({ column, ...rest }) => findings.add('warned', { ...rest, column: LEDGER_HEADERS[column][0] }),
    progress: (rows) => progress(2 * rows, null),
  }
  return {
    register,
    ledger,
    /** What was gathered, once all of it is kept. */
    end: async (): Promise<Gathered> => {
      await findings.end()
      return { columns, added, changed, missed, findings: findings.soFar() }
    },
  }
}
