import { fileURLToPath } from 'node:url'
import { existsSync } from 'node:fs'
import { type Example, readExamples, readFolder } from '../../../src/understanding/training/examples.ts'

export type Code = 'zh' | 'bo'

/** Both kept-aside sets of a language, and what all contenders are trained on. */
export type Sets = {
  readonly training: readonly Example[]
  readonly inScope: readonly Example[]
  readonly outOfScope: readonly Example[]
}

const SOURCE = new URL('../../../src/understanding/training/data/', import.meta.url)
const KEPT_ASIDE = new URL('../../understanding/', import.meta.url)

export function setsOf(code: Code): Sets {
  const folder = new URL(`${code}/`, SOURCE)
  return {
    training: existsSync(fileURLToPath(folder)) ? readFolder(folder) : [],
    inScope: readExamples(new URL(`${code}/held-out.tsv`, KEPT_ASIDE)),
    outOfScope: readExamples(new URL(`${code}/out-of-scope.tsv`, KEPT_ASIDE)),
  }
}

/** One class of a classifier: the intent with its topic. */
export function labelOf({ intent, topic }: Pick<Example, 'intent' | 'topic'>): string {
  return `${intent} ${topic ?? ''}`.trim()
}

export const REFUSED = 'out-of-scope'
