import type { Lexicon } from './format.ts'
import answers from './zh/answers.json' with { type: 'json' }
import concepts from './zh/concepts.json' with { type: 'json' }
import keywords from './zh/keywords.json' with { type: 'json' }
import rules from './zh/rules.json' with { type: 'json' }
import said from './zh/said.json' with { type: 'json' }
import stages from './zh/stages.json' with { type: 'json' }
import synonyms from './zh/synonyms.json' with { type: 'json' }
import topics from './zh/topics.json' with { type: 'json' }

// JSON modules type every word as `string`: a test holds the files to the format.
export const ZH = { answers, concepts, keywords, rules, said, stages, synonyms, topics } as unknown as Lexicon
