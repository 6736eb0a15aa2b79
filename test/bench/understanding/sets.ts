import { trainingExamples } from '../../../src/understanding/training/corpus.ts'
import { type Example, readExamples } from '../../../src/understanding/training/examples.ts'

export type Code = 'zh' | 'bo'

/** The kept-aside sentences of a language, in scope and out of it, and what all contenders are trained on. */
export type Sets = {
  readonly training: readonly Example[]
  readonly inScope: readonly Example[]
  readonly outOfScope: readonly Example[]
}

const KEPT_ASIDE = new URL('../../understanding/', import.meta.url)
const FILES = ['held-out.tsv', 'out-of-scope.tsv', 'manners.tsv']

export function setsOf(code: Code): Sets {
  const keptAside = FILES.flatMap((file) => readExamples(new URL(`${code}/${file}`, KEPT_ASIDE)))
  return {
    training: trainingExamples(code === 'bo' ? 'bo' : 'zh-CN'),
    inScope: keptAside.filter(({ intent }) => intent !== REFUSED),
    outOfScope: keptAside.filter(({ intent }) => intent === REFUSED),
  }
}

/** One class of a classifier: the intent with its topic. */
export function labelOf({ intent, topic }: Pick<Example, 'intent' | 'topic'>): string {
  return `${intent} ${topic ?? ''}`.trim()
}

export const REFUSED = 'out-of-scope'
