import type { Change } from '../conversation/turn.ts'
import type { Vault } from '../privacy/vault.ts'
import { dayOf } from '../time/clock.ts'
import type { Services } from '../services.ts'
import { type Query, statement } from '../storage/store.ts'

type Misunderstood = Extract<Change, { kind: 'keep-misunderstanding' }>

/** How long a sentence is kept after it was last heard, labelled or not. A label that matters is in the training data by then. */
const KEPT_DAYS = 180
const DAY_MS = 24 * 3600 * 1000

const KEEP = `insert into misunderstandings
    (id, language, sealed, alike, intent, topic, confidence, received_on, last_on)
  values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?8)
  on conflict (alike) do update set times = times + 1, last_on = excluded.last_on`

/**
 * The write that keeps an anonymous sentence for staff to label; one heard before is counted. Nothing ties it to who wrote
 * it: no identifier, no address, no hour, and its own identifier tells none.
 */
export async function keepMisunderstanding(
  { vault, ids }: Pick<Services, 'vault' | 'ids'>,
  now: Date,
  { text, heard }: Misunderstood,
): Promise<readonly Query[]> {
  if (heard.language === null) return []
  const id = ids().slice(-RANDOM)
  const sealed = await vault.seal(text, placeOfSentence(id))
  const { language, intent, topic, confidence } = heard
  const values = [id, language, sealed, alikesOf(vault, text)[0] ?? '', intent, topic, confidence, dayOf(now)]
  return [statement(KEEP, values)]
}

// An identifier's random letters; those before them are the millisecond it was made in.
const RANDOM = 16

/** Where a kept sentence is sealed. */
export function placeOfSentence(id: string): string {
  return `misunderstandings/${id}`
}

/** What tells that a sentence is the same as one kept, under every key at hand: marks and spaces make no other. */
export function alikesOf(vault: Vault, text: string): readonly string[] {
  return vault.indexes('sentence', text.replace(/[^\p{L}\p{M}\p{N}*]+/gu, ''))
}

const OLD = 'delete from misunderstandings where last_on < ?1'

/** The write that forgets what was kept long enough. */
export function sweepSentences(now: Date): Query {
  return statement(OLD, [dayOf(new Date(now.getTime() - KEPT_DAYS * DAY_MS))])
}
