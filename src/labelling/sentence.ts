import type { Fault } from '../fault.ts'
import type { Day } from '../policy/facts.ts'
import type { Vault } from '../privacy/vault.ts'
import type { Actor } from '../staff/actor.ts'
import { isWithin } from '../staff/area.ts'
import { may } from '../staff/permissions.ts'
import { INTENTS, type Intent, type Language, TOPICS, type Topic } from '../understanding/types.ts'
import { placeOfSentence } from './keep.ts'

/** What a sentence means, as staff say: `topic` only with what asks about one. */
export type Label = { readonly intent: Intent; readonly topic: Topic | null }

/** An anonymous sentence that its writer said was not understood. */
export type Sentence = {
  readonly id: string
  readonly language: Language
  readonly text: string
  /** What it was taken for, when it was first heard. */
  readonly heard: Label & { readonly confidence: number }
  /** How often the same words were not understood. */
  readonly times: number
  readonly firstOn: Day
  readonly lastOn: Day
  readonly label: Label | null
  readonly labelledBy: string | null
}

/** A verb's end: done, or why not. */
export type Done = { readonly ok: true } | { readonly ok: false; readonly fault: Fault }

export const FORBIDDEN = { ok: false, fault: { code: 'forbidden' } } as const
export const NO_SENTENCE = { ok: false, fault: { code: 'not-found' } } as const

/** Sentences stand in no county: who labels them acts for the province, in a role that may. */
export function mayLabel(actor: Actor): boolean {
  return may(actor, 'understanding.label') && isWithin(actor.area, { county: null })
}

export type SentenceRow = {
  readonly id: string
  readonly language: Language
  readonly sealed: string
  readonly intent: string
  readonly topic: string | null
  readonly confidence: number
  readonly times: number
  readonly firstOn: Day
  readonly lastOn: Day
  readonly labelIntent: string | null
  readonly labelTopic: string | null
  readonly labelledBy: string | null
}

export const SENTENCE_COLUMNS = `id, language, sealed, intent, topic, confidence, times, received_on as firstOn,
  last_on as lastOn, label_intent as labelIntent, label_topic as labelTopic, labelled_by as labelledBy
  from misunderstandings`

/** A row, opened. */
export async function openSentence(vault: Vault, row: SentenceRow): Promise<Sentence> {
  const { id, language, confidence, times, firstOn, lastOn, labelledBy } = row
  return {
    id,
    language,
    text: await vault.open(row.sealed, placeOfSentence(id)),
    heard: { ...(labelOf(row.intent, row.topic) ?? NOT_KNOWN), confidence },
    times,
    firstOn,
    lastOn,
    label: labelOf(row.labelIntent, row.labelTopic),
    labelledBy,
  }
}

const NOT_KNOWN: Label = { intent: 'out-of-scope', topic: null }

/** A label by its words; null where they are none, of this release. */
export function labelOf(intentName: string | null, topicName: string | null): Label | null {
  const intent = INTENTS.find((name) => name === intentName)
  const topic = TOPICS.find((name) => name === topicName) ?? null
  return intent === undefined || topic !== (topicName || null) ? null : { intent, topic }
}
