import { writeFileSync } from 'node:fs'
import type { StoredModels } from '../classifier/classify.ts'
import { detectLanguage } from '../language.ts'
import { normalise } from '../script.ts'
import type { Language } from '../types.ts'
import { type Example, readFolder } from './examples.ts'
import { fitModels } from './fit-models.ts'
import { writeCommonSyllables } from './common-syllables.ts'
import { writeHomophones, writePinyinTable } from './pinyin.ts'
import { templateExamples, type Templates } from './templates.ts'
import chinese from './templates.json' with { type: 'json' }
import tibetan from './templates-bo.json' with { type: 'json' }

const DATA = new URL('data/', import.meta.url)

/** The labelled sentences of a language, those of another language's script left out. */
function examplesOf(language: Language): Example[] {
  const templates: Templates = language === 'bo' ? tibetan : chinese
  const examples = [
    ...readFolder(new URL(language === 'bo' ? 'bo/' : 'zh/', DATA)),
    ...templateExamples(templates),
  ]
  return examples.filter(({ text }) => detectLanguage(normalise(text)) === language)
}

writePinyinTable(new URL('zh/pinyin-words.txt', DATA), new URL('../lexicon/zh/pinyin.json', import.meta.url))
writeHomophones(
  new URL('zh/homophone-words.txt', DATA),
  new URL('../lexicon/zh/homophones.json', import.meta.url),
)
writeCommonSyllables(
  [new URL('../lexicon/bo/', import.meta.url), new URL('bo/', DATA)],
  new URL('../tibetan/common-syllables.json', import.meta.url),
)
const models: Record<Language, StoredModels> = {
  'zh-CN': fitModels(examplesOf('zh-CN'), 'zh-CN'),
  bo: fitModels(examplesOf('bo'), 'bo'),
}
writeFileSync(new URL('../model.generated.json', import.meta.url), `${JSON.stringify(models)}\n`)
