import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import type { Language } from '../types.ts'
import { type Example, LABELLED, readFolder, readLabelled } from './examples.ts'
import { wordsOf } from './kept-aside.ts'

/** A sentence of families, with its language and what staff say it means. */
export type LabelledExample = Example & { readonly language: Language }

const HEAD = '# Sentences of families that were not understood, made anonymous, as staff labelled them.\n'

/**
 * Adds sentences to the training data under `data` (its folders `zh` and `bo`), in a file of their own; what is learnt
 * from already is passed over. Gives back those added.
 */
export function addLabelled(data: URL, examples: readonly LabelledExample[]): readonly LabelledExample[] {
  return (['zh-CN', 'bo'] as const).flatMap((language) => {
    const folder = new URL(language === 'bo' ? 'bo/' : 'zh/', data)
    const known = new Set([...readFolder(folder), ...readLabelled(folder)].map(({ text }) => wordsOf(text)))
    const fresh = examples.filter(
      (example) => example.language === language && !known.has(wordsOf(example.text)),
    )
    if (fresh.length === 0) return []
    const file = new URL(LABELLED, folder)
    const before = existsSync(file) ? readFileSync(file, 'utf8') : HEAD
    writeFileSync(file, before + fresh.map(lineOf).join(''))
    return fresh
  })
}

// A line that begins with # would be a comment.
function lineOf({ text, intent, topic }: Example): string {
  const plain = text.replace(/\s+/gu, ' ').replace(/^[#\s]+/u, '')
  return `${plain}\t${intent}\t${topic ?? ''}\n`
}
