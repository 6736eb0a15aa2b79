import { auditWrite } from '../audit/entry.ts'
import { withoutIdNumbers } from '../conversation/hearing/mask.ts'
import { dayOf } from '../time/clock.ts'
import type { Services } from '../services.ts'
import type { Actor } from '../staff/actor.ts'
import { type Author, placeOfCaseMessage } from './messages.ts'
import { CASE_COLUMNS, type CaseRow, type CaseSummary, casesWithin, summaryOf } from './summary.ts'

/** What was said about a case, oldest first. */
type CaseMessage = {
  readonly author: Author
  /** Whose answer it is; null for the family's words. */
  readonly by: string | null
  readonly at: string
  readonly text: string
  /** The reference of the telephone that it came from or went to, where a household has several. */
  readonly reference: string
}

export type CaseRead = CaseSummary & { readonly messages: readonly CaseMessage[] }

type MessageRow = Omit<CaseMessage, 'text'> & { readonly id: string; readonly sealed: string }

const one = (within: string) =>
  `select ${CASE_COLUMNS} where (k.id = ?2 or k.reference = ?2) and k.part_of is null and ${within}`

const MESSAGES = `select m.id, m.author, m.by, m.at, m.sealed, k.reference
  from case_messages m join cases k on k.id = m.case_id where k.id = ?1 or k.part_of = ?1 order by m.at, m.id`

/**
 * One case of the actor's area by its id or reference, with what was said; null where there is none. No ID number is ever
 * among the words. Each look stands in the audit.
 */
export async function readCase(services: Services, actor: Actor, id: string): Promise<CaseRead | null> {
  const summary = await findCase(services, actor, id)
  if (summary === null) return null
  await services.store.atomically([
    auditWrite(services, actor, { action: 'case.read', subject: summary.id, place: summary }),
  ])
  const rows = await services.store.rows<MessageRow>(MESSAGES, [summary.id])
  return { ...summary, messages: await Promise.all(rows.map((row) => opened(services, row))) }
}

/** One case of the actor's area by its id or reference, without its words. */
export async function findCase(
  { store, clock }: Pick<Services, 'store' | 'clock'>,
  { area }: Pick<Actor, 'area'>,
  id: string,
): Promise<CaseSummary | null> {
  const { sql, params } = casesWithin(area, 3)
  const [row] = await store.rows<CaseRow>(one(sql), [dayOf(clock()), id, ...params])
  return row === undefined ? null : summaryOf(row)
}

async function opened(
  { vault }: Services,
  { id, sealed, author, by, at, reference }: MessageRow,
): Promise<CaseMessage> {
  const text = withoutIdNumbers(await vault.open(sealed, placeOfCaseMessage(id)))
  return { author, by, at, text, reference }
}
