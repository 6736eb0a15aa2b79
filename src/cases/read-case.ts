import { withoutIdNumbers } from '../conversation/mask.ts'
import { dayOf } from '../runtime/clock.ts'
import type { Services } from '../services.ts'
import { type Author, placeOfCaseMessage } from './messages.ts'
import { CASE_COLUMNS, type CaseRow, type CaseSummary, summaryOf } from './summary.ts'

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

const ONE = `select ${CASE_COLUMNS} where (k.id = ?2 or k.reference = ?2) and k.part_of is null`

const MESSAGES = `select m.id, m.author, m.by, m.at, m.sealed, k.reference
  from case_messages m join cases k on k.id = m.case_id where k.id = ?1 or k.part_of = ?1 order by m.at, m.id`

/** One case by its id or reference, with what was said; null where there is none. No ID number is ever among the words. */
export async function readCase(services: Services, id: string): Promise<CaseRead | null> {
  const summary = await findCase(services, id)
  if (summary === null) return null
  const rows = await services.store.rows<MessageRow>(MESSAGES, [summary.id])
  return { ...summary, messages: await Promise.all(rows.map((row) => opened(services, row))) }
}

/** One case by its id or reference, without its words. */
export async function findCase(
  { store, clock }: Pick<Services, 'store' | 'clock'>,
  id: string,
): Promise<CaseSummary | null> {
  const [row] = await store.rows<CaseRow>(ONE, [dayOf(clock()), id])
  return row === undefined ? null : summaryOf(row)
}

async function opened(
  { vault }: Services,
  { id, sealed, author, by, at, reference }: MessageRow,
): Promise<CaseMessage> {
  const text = withoutIdNumbers(await vault.open(sealed, placeOfCaseMessage(id)))
  return { author, by, at, text, reference }
}
