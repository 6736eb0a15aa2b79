import { auditWrite } from '../audit/entry.ts'
import type { Services } from '../services.ts'
import type { Actor } from '../staff/actor.ts'
import type { Language } from '../understanding/types.ts'
import {
  FORBIDDEN,
  mayLabel,
  openSentence,
  SENTENCE_COLUMNS,
  type Sentence,
  type SentenceRow,
} from './sentence.ts'

/** Which sentences; what is null narrows nothing. */
export type SentenceFilter = {
  readonly labelled: boolean | null
  readonly language: Language | null
  /** `next` of the page before. */
  readonly after: string | null
  /** Sentences a page, at most 200. */
  readonly limit: number
}

/** One page, the most often heard first. `next` continues it, null at the end; `of` counts all that the filter lets through. */
export type SentencePage = {
  readonly sentences: readonly Sentence[]
  readonly next: string | null
  readonly of: number
}

type Listed = { readonly ok: true; readonly page: SentencePage } | typeof FORBIDDEN

const WHICH = `(?1 is null or (label_intent is not null) = ?1) and (?2 is null or language = ?2)`
const PAGE = `select ${SENTENCE_COLUMNS}
  where ${WHICH} and (?3 is null or times < ?3 or (times = ?3 and id > ?4)) order by times desc, id limit ?5`
const COUNT = `select count(*) as count from misunderstandings where ${WHICH}`

/** Kept sentences, as an actor who may label them reads them. Each look stands in the audit, without a word of them. */
export async function listSentences(
  services: Services,
  actor: Actor,
  { labelled, language, after, limit }: SentenceFilter,
): Promise<Listed> {
  if (!mayLabel(actor)) return FORBIDDEN
  const { store, vault } = services
  const which = [labelled === null ? null : Number(labelled), language]
  const [, times, id] = /^(\d+)\.(\w+)$/.exec(after ?? '') ?? []
  const place = times === undefined ? [null, ''] : [Number(times), id ?? '']
  const rows = await store.rows<SentenceRow>(PAGE, [...which, ...place, limit + 1])
  const [all] = await store.rows<{ count: number }>(COUNT, which)
  const sentences = await Promise.all(rows.slice(0, limit).map((row) => openSentence(vault, row)))
  const detail = { sentences: sentences.length }
  await store.atomically([auditWrite(services, actor, { action: 'sentence.list', detail })])
  const last = sentences.at(-1)
  const next = rows.length > limit && last !== undefined ? `${last.times}.${last.id}` : null
  return { ok: true, page: { sentences, next, of: all?.count ?? 0 } }
}

const STEP = 200

/** All sentences that the filter lets through. */
export async function everySentence(
  services: Services,
  actor: Actor,
  filter: Pick<SentenceFilter, 'labelled' | 'language'>,
): Promise<readonly Sentence[] | null> {
  const found: Sentence[] = []
  let after: string | null = null
  do {
    const listed: Listed = await listSentences(services, actor, { ...filter, after, limit: STEP })
    if (!listed.ok) return null
    found.push(...listed.page.sentences)
    after = listed.page.next
  } while (after !== null)
  return found
}
