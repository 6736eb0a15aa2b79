import type { Services } from '../services.ts'
import { BEGINNING, type Chained, ENTRY_COLUMNS, isLinked } from './chain.ts'

/** What the log is found to be. `head`: the last link, to be kept elsewhere, as a cut end shows only against it. */
export type AuditState = {
  readonly intact: boolean
  readonly entries: number
  readonly head: AuditHead | null
  /** Where it first breaks, and how. */
  readonly broken: { readonly seq: number; readonly how: 'altered' | 'missing' | 'out-of-order' } | null
  /** Entries not yet tied to the chain. */
  readonly loose: number
}

export type AuditHead = { readonly seq: number; readonly hash: string }

type Row = { readonly [Name in keyof Chained]: Chained[Name] | null } & {
  readonly seq: number
  readonly hash: string
}

const STEP = 1000
const LINKS = `select l.seq, l.hash, ${ENTRY_COLUMNS} from audit_links l left join audit_entries e on e.id = l.entry_id
  where l.seq > ?1 order by l.seq limit ${STEP}`
const LOOSE = `select count(*) as count from audit_entries e left join audit_links l on l.entry_id = e.id where l.seq is null`

/** Walks the whole chain. `kept`: a head of before that must still stand in it. */
export async function verifyAudit(
  { store, vault }: Pick<Services, 'store' | 'vault'>,
  kept: AuditHead | null = null,
): Promise<AuditState> {
  const [loose] = await store.rows<{ count: number }>(LOOSE)
  let head: AuditHead | null = null
  let broken: AuditState['broken'] = null
  let isKept = kept === null
  while (broken === null) {
    const rows: readonly Row[] = await store.rows<Row>(LINKS, [head?.seq ?? 0])
    for (const row of rows) {
      broken = faultOf(vault, head, row)
      if (broken !== null) break
      head = { seq: row.seq, hash: row.hash }
      isKept ||= row.seq === kept?.seq && row.hash === kept.hash
    }
    if (rows.length < STEP) break
  }
  if (broken === null && !isKept && kept !== null) broken = { seq: kept.seq, how: 'missing' }
  return { intact: broken === null, entries: head?.seq ?? 0, head, broken, loose: loose?.count ?? 0 }
}

function faultOf(vault: Services['vault'], before: AuditHead | null, row: Row): AuditState['broken'] {
  const { seq, hash } = row
  if (seq !== (before?.seq ?? 0) + 1) return { seq, how: 'out-of-order' }
  if (!isWhole(row)) return { seq, how: 'missing' }
  return isLinked(vault, hash, before?.hash ?? BEGINNING, seq, row) ? null : { seq, how: 'altered' }
}

// The join found the entry: its columns that are never empty are there.
function isWhole(row: Row): row is Row & Chained {
  return row.id !== null && row.at !== null && row.actor !== null && row.action !== null
}
