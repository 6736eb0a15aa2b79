import { RECEIVED } from '../../audiences/gaps.ts'
import type { LedgerLine } from '../../audiences/ledger-line.ts'
import { listLedger } from '../../audiences/list-ledger.ts'
import { auditWrite } from '../../audit/entry.ts'
import type { Fault } from '../../fault.ts'
import type { Person } from '../../register/household.ts'
import { loadHouseholds } from '../../register/finding/look-up.ts'
import type { Services } from '../../services.ts'
import type { Actor } from '../../staff/actor.ts'
import type { DeskQuery } from './query.ts'

/** A line of the ledger with whose it is. */
export type NamedLine = {
  readonly line: LedgerLine
  readonly village: string | null
  readonly person: Person | null
  /** The head's name, to find the family by; empty where there is none. */
  readonly head: string
}

type NamedPage = {
  readonly lines: readonly NamedLine[]
  readonly next: string | null
  readonly notCurrent: number
}

export type NamedResult =
  | { readonly ok: true; readonly page: NamedPage }
  | { readonly ok: false; readonly fault: Fault }

type Paging = { readonly after: string | null; readonly limit: number }

/** One page of the ledger with names. That it was looked at stands in the audit. */
export async function readNamedLines(
  services: Services,
  actor: Actor,
  query: DeskQuery,
  paging: Paging,
): Promise<NamedResult> {
  const page = await pageOf(services, actor, query, paging)
  if (page.ok) await noteList(services, actor, query, 'ledger.list', { lines: page.page.lines.length })
  return page
}

/** The whole list, page by page, for an export: its beginning stands in the audit before the first name leaves. */
export async function* allNamedLines(
  services: Services,
  actor: Actor,
  query: DeskQuery,
  format: string,
): AsyncIterable<NamedLine> {
  await noteList(services, actor, query, 'ledger.export', { format })
  let after: string | null = null
  do {
    const result: NamedResult = await pageOf(services, actor, query, { after, limit: AT_ONCE })
    if (!result.ok) return
    yield* result.page.lines
    after = result.page.next
  } while (after !== null)
}

const AT_ONCE = 500

/** What a gap is: somebody who qualifies for it, and of whom nothing, or not yet enough, came of it. */
const GAPS: ReadonlySet<DeskQuery['state']> = new Set(['none', 'told', 'not-applied', 'not-received'])

async function pageOf(
  services: Services,
  actor: Actor,
  { year, ...query }: DeskQuery,
  paging: Paging,
): Promise<NamedResult> {
  const listed = await listLedger(services, actor, {
    ...query,
    ...(year === null ? {} : { year }),
    among: RECEIVED,
    onlyEligible: GAPS.has(query.state),
    ...paging,
  })
  if (!listed.ok) return listed
  const { lines, next, notCurrent } = listed.page
  const ids = [...new Set(lines.map(({ household }) => household))]
  const loaded = await loadHouseholds(services, ids)
  const households = new Map(loaded.map(({ household }) => [household.id, household]))
  return { ok: true, page: { lines: lines.map(named), next, notCurrent } }

  function named(line: LedgerLine): NamedLine {
    const household = households.get(line.household)
    const persons = household?.persons ?? []
    const head = persons.find(({ relation }) => relation === 'head') ?? persons[0]
    return {
      line,
      village: household?.village.name ?? null,
      person: persons.find(({ id }) => id === line.person) ?? null,
      head: head?.name ?? '',
    }
  }
}

async function noteList(
  services: Services,
  actor: Actor,
  { county, township, programme, state, year }: DeskQuery,
  action: string,
  more: Readonly<Record<string, string | number>>,
): Promise<void> {
  const place = { county: county.length === 6 ? county : null, township }
  const detail = { area: county, programme, state, year, ...more }
  await services.store.atomically([auditWrite(services, actor, { action, place, detail })])
}
