import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Label, Sentence } from './sentence.ts'

/** A sentence that has a label. */
export type LabelledSentence = Pick<Sentence, 'id' | 'language' | 'text'> & { readonly label: Label }

/** The labelled ones among sentences. */
export function labelledOnly(sentences: readonly Sentence[]): readonly LabelledSentence[] {
  return sentences.flatMap(({ id, language, text, label }) =>
    label === null ? [] : [{ id, language, text, label }],
  )
}

/** By what a report knows whether it measured these labels: the same for the same labels in any order. */
export function digestOf(labels: readonly Pick<LabelledSentence, 'id' | 'label'>[]): string {
  const lines = labels.map(({ id, label }) => `${id} ${label.intent} ${label.topic ?? ''}`)
  return bytesToHex(sha256(utf8ToBytes(lines.toSorted().join('\n')))).slice(0, 32)
}
