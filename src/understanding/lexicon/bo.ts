import type { Lexicon } from './format.ts'
import answers from './bo/answers.json' with { type: 'json' }
import concepts from './bo/concepts.json' with { type: 'json' }
import keywords from './bo/keywords.json' with { type: 'json' }
import rules from './bo/rules.json' with { type: 'json' }
import said from './bo/said.json' with { type: 'json' }
import stages from './bo/stages.json' with { type: 'json' }
import synonyms from './bo/synonyms.json' with { type: 'json' }
import topics from './bo/topics.json' with { type: 'json' }

// JSON modules type every word as `string`: a test holds the files to the format.
export const BO = { answers, concepts, keywords, rules, said, stages, synonyms, topics } as unknown as Lexicon
