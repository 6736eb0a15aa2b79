import type { Language } from './types.ts'

/** The language of normalised text, by its share of letters; null where it has neither hanzi nor Tibetan, or more of another script. */
export function detectLanguage(text: string): Language | null {
  const hanzi = count(text, /\p{Script=Han}/gu)
  const tibetan = count(text, /[\u0f40-\u0f6c]/g)
  // A hanzi is about a word, as is a Tibetan syllable of some two letters, or a Latin word of five.
  const others = (count(text, /\p{L}/gu) - hanzi - tibetan) / 5
  if (hanzi === 0 && tibetan === 0) return null
  if (hanzi + tibetan / 2 < others) return null
  return hanzi >= tibetan / 2 ? 'zh-CN' : 'bo'
}

function count(text: string, letters: RegExp): number {
  return text.match(letters)?.length ?? 0
}
