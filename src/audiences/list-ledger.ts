import { bringUpToDate } from '../determinations/current.ts'
import { byToday } from '../determinations/today.ts'
import type { Fault } from '../fault.ts'
import type { Day } from '../policy/facts.ts'
import type { Services } from '../services.ts'
import type { Actor } from '../staff/actor.ts'
import { contains } from '../staff/area.ts'
import { may } from '../staff/permissions.ts'
import { areaOfAudience } from './audience.ts'
import type { LedgerLine, LedgerQuery } from './ledger-line.ts'
import { cursorOf, readLedgerLines } from './ledger-statement.ts'

/** One page, through counties and households in a fixed order. `notCurrent`: households counted as last known. */
type LedgerPage = {
  readonly day: Day
  readonly lines: readonly LedgerLine[]
  readonly next: string | null
  readonly notCurrent: number
}

export type LedgerResult =
  | { readonly ok: true; readonly page: LedgerPage }
  | { readonly ok: false; readonly fault: Fault }

const MOST_REFRESHED = 10_000

/** Who qualifies for what today, and what came of it in a school year. Faults: forbidden, not-found (another's area). */
export async function listLedger(
  services: Pick<Services, 'store' | 'clock' | 'ids'>,
  actor: Actor,
  query: LedgerQuery,
): Promise<LedgerResult> {
  if (!may(actor, 'ledger.read')) return { ok: false, fault: { code: 'forbidden' } }
  const area = areaOfAudience(query)
  if (!contains(actor.area, area)) return { ok: false, fault: { code: 'not-found' } }
  const by = await byToday(services)
  const notCurrent = await bringUpToDate(services, area, by, MOST_REFRESHED)
  const rows = await readLedgerLines(services.store, query, by.day)
  const lines = rows.slice(0, query.limit)
  const last = lines.at(-1)
  const next = rows.length > query.limit && last !== undefined ? cursorOf(last) : null
  return { ok: true, page: { day: by.day, lines, next, notCurrent } }
}
