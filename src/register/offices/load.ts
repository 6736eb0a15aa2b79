import type { Store } from '../../storage/store.ts'
import type { Offices } from '../office.ts'
import { OFFICE_COLUMNS, type OfficeRow, toOffice } from './rows.ts'

/**
 * Which change to the offices' entries is the newest, for a select beside others: every change to them writes an import.
 * Null where nothing was ever entered. By the order of writing, so that no clock of another machine hides a change.
 */
export const OFFICES_VERSION = `(select max(rowid) from imports where kind = 'offices')`

type Loaded = { readonly version: number; readonly offices: Offices }

// Some two thousand entries at most: kept whole by each process, as values alone, which requests may share on Workers.
const kept = new WeakMap<Store, Loaded>()

/** All that offices entered, as of this version or later; read anew only when the version has changed. */
export async function loadOffices(store: Store, version: number | null): Promise<Offices> {
  if (version === null) return NONE
  const known = kept.get(store)
  if (known?.version === version) return known.offices
  const rows = await store.rows<OfficeRow>(`select ${OFFICE_COLUMNS} from offices order by valid_from`)
  const offices = Map.groupBy(rows.map(toOffice), ({ county }) => county)
  kept.set(store, { version, offices })
  return offices
}

const NONE: Offices = new Map()
