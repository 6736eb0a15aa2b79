import { BOTH_SCRIPTS } from '../../src/i18n/review/foreign-script.ts'
import { templatesIn } from '../../src/i18n/texts.ts'

export type Pair = { readonly key: string; readonly zh: string; readonly bo: string }

/** Every text of every room, the Chinese beside the Tibetan, but those that name the other language in its own script. */
export const PAIRS: readonly Pair[] = [...templatesIn('zh-CN')]
  .filter(([key]) => !BOTH_SCRIPTS.has(key))
  .map(([key, zh]) => ({ key, zh, bo: templatesIn('bo').get(key) ?? '' }))
