import { existsSync, writeFileSync } from 'node:fs'
import { features } from '../classifier/features.ts'
import type { StoredModel } from '../classifier/model.ts'
import { longestGram } from '../classifier/settings.ts'
import { detectLanguage } from '../language.ts'
import { lexiconOf } from '../lexicon/compiled.ts'
import { read } from '../reading.ts'
import { normalise } from '../script.ts'
import type { Language } from '../types.ts'
import { type Example, readFolder } from './examples.ts'
import { store } from './quantise.ts'
import { fit, type Options, type Sample } from './softmax.ts'
import { templateExamples } from './templates.ts'

const INTENT: Options = { epochs: 30, rate: 0.25, decay: 2e-5, atLeast: 2 }
const TOPIC: Options = { epochs: 25, rate: 0.25, decay: 2e-5, atLeast: 2 }

/** Both models of a language, from labelled sentences. */
export function train(examples: readonly Example[], language: Language): { intent: StoredModel; topic: StoredModel } {
  const seen = examples.map((example) => ({ example, features: featuresOf(example.text, language) }))
  const intents: Sample[] = seen.map(({ example, features }) => ({ features, label: example.intent, weight: 1 }))
  const topics: Sample[] = seen.map(({ example, features }) => ({ features, label: example.topic ?? 'none', weight: 1 }))
  return { intent: store(fit(intents, INTENT)), topic: store(fit(topics, TOPIC)) }
}

/** A text's features as `understand` will compute them. */
export function featuresOf(text: string, language: Language) {
  return features(read(normalise(text), lexiconOf(language)), longestGram(language))
}

/** The labelled sentences of a language's training folder. */
export function examplesOf(language: Language): Example[] {
  const folder = new URL(`data/${language === 'bo' ? 'bo' : 'zh'}/`, import.meta.url)
  const examples = [...(existsSync(folder) ? readFolder(folder) : []), ...(language === 'zh-CN' ? templateExamples() : [])]
  return examples.filter(({ text }) => detectLanguage(normalise(text)) === language)
}

if (process.argv[1] === import.meta.filename) {
  const { writePinyinTable } = await import('./pinyin.ts')
  writePinyinTable(new URL('data/zh/pinyin-words.txt', import.meta.url), new URL('../lexicon/zh/pinyin.json', import.meta.url))
  const model = { 'zh-CN': train(examplesOf('zh-CN'), 'zh-CN'), bo: train(examplesOf('bo'), 'bo') }
  writeFileSync(new URL('../model.generated.json', import.meta.url), `${JSON.stringify(model)}\n`)
}
