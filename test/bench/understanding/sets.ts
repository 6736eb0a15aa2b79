import { trainingExamples } from '../../../src/understanding/training/corpus.ts'
import type { Example } from '../../../src/understanding/training/examples.ts'
import { keptAside } from '../../../src/understanding/training/kept-aside.ts'

export type Code = 'zh' | 'bo'

/** The kept-aside sentences of a language, in scope and out of it, and what all contenders are trained on. */
export type Sets = {
  readonly training: readonly Example[]
  readonly inScope: readonly Example[]
  readonly outOfScope: readonly Example[]
}

export function setsOf(code: Code): Sets {
  const language = code === 'bo' ? 'bo' : 'zh-CN'
  const sentences = keptAside(language)
  return {
    training: trainingExamples(language),
    inScope: sentences.filter(({ intent }) => intent !== REFUSED),
    outOfScope: sentences.filter(({ intent }) => intent === REFUSED),
  }
}

/** One class of a classifier: the intent with its topic. */
export function labelOf({ intent, topic }: Pick<Example, 'intent' | 'topic'>): string {
  return `${intent} ${topic ?? ''}`.trim()
}

export const REFUSED = 'out-of-scope'
