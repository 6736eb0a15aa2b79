import contexts from './contexts.json' with { type: 'json' }
import type { Example } from './examples.ts'
import type { Language } from '../types.ts'

// One sentence in so many is learnt again with a context before it.
const SHARE = 6
const BUSINESS = /^(?:ask|report|talk)-/

/**
 * Sentences as people wrap them: a question after a word on how one lives, and other business after a word on who studies
 * where, so that neither counts for what is asked.
 */
export function inContext(examples: readonly Example[], language: Language): Example[] {
  const { lives, studies } = contexts[language === 'bo' ? 'bo' : 'zh']
  return examples
    .filter((_, at) => at % SHARE === 0)
    .flatMap((example, at) => {
      const other = example.intent === 'out-of-scope'
      if (!other && !BUSINESS.test(example.intent)) return []
      const before = other ? studies : lives
      const joint = language === 'bo' ? '། ' : ','
      return [{ ...example, text: `${before[at % before.length] ?? ''}${joint}${example.text}` }]
    })
}
