import type { Language } from '../types.ts'

/** The longest n-gram the classifier sees: characters of Chinese, syllables of Tibetan. */
export function longestGram(language: Language): number {
  return language === 'bo' ? 2 : 3
}
