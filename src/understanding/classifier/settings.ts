import type { Language } from '../types.ts'

/** The longest n-gram the classifier sees: characters of Chinese, syllables of Tibetan. */
export function longestGram(language: Language): number {
  return language === 'bo' ? 2 : 3
}

/**
 * What other business counts for against the room's own. Chinese training holds more of it than families write: a question
 * taken for none of ours is lost, one taken for ours is still answered by what is known.
 */
export function refusalOf(language: Language): number {
  return language === 'bo' ? 1 : 0.65
}
