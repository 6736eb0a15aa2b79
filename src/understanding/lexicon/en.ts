import keywords from './en/keywords.json' with { type: 'json' }
import words from './en/words.json' with { type: 'json' }
import type { Lexicon } from './format.ts'

// JSON modules type every word as `string`: a test holds the files to the format.
export const EN = { ...words, keywords } as unknown as Lexicon
