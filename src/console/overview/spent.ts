import type { Area } from '../../staff/area.ts'
import type { Store } from '../../storage/store.ts'
import { ofHomes } from './homes.ts'
import { beginOf } from './questions.ts'
import { leftFor } from './sent.ts'

/** What left by SMS in one week, counted as it was written: what was written before segments were recorded is not in it. */
export type Spent = {
  /** Counted as the questions' weeks are. */
  readonly week: number
  readonly kind: 'answer' | 'notice' | 'broadcast'
  /** Of an answer the language it was asked in; `unknown` where nobody could tell. */
  readonly language: string
  readonly messages: number
  readonly segments: number
}

const WEEK = (at: string) => `cast((julianday(${at}) - julianday(?1)) / 7 as integer)`

const ANSWERS = (within: string) => `select ${WEEK('m.received_at')} as week, 'answer' as kind,
    coalesce(m.language, 'unknown') as language, count(*) as messages, sum(m.segments) as segments from messages m
  where m.received_at >= ?1 and m.segments > 0 and ${within} group by 1, 3`

const LEFT = (
  within: string,
) => `select ${WEEK('o.settled_at')} as week, o.kind, o.language, count(*) as messages,
    sum(o.segments) as segments from outbox o
  where o.settled_at >= ?1 and o.segments > 0 and o.state in ('sent', 'delivered') and ${within} group by 1, 2, 3`

/** The SMS of the last weeks to an area's families, by week, kind and language. */
export async function spentOn(store: Store, area: Area, now: Date): Promise<readonly Spent[]> {
  const since = beginOf(0, now).toISOString()
  const answers = ofHomes(area, 2)
  const left = leftFor(area, 2)
  const rows = await Promise.all([
    store.rows<Spent>(ANSWERS(answers.sql), [since, ...answers.params]),
    store.rows<Spent>(LEFT(left.sql), [since, ...left.params]),
  ])
  return rows.flat().toSorted((one, other) => one.week - other.week)
}
