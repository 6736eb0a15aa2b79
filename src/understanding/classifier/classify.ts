import models from '../model.generated.json' with { type: 'json' }
import type { Reading } from '../reading.ts'
import { INTENTS, type Intent, type Language, TOPICS, type Topic } from '../types.ts'
import { type Familiar, features } from './features.ts'
import { loadModel, type Model, type StoredModel } from './model.ts'
import { longestGram } from './settings.ts'

/** The classifier's opinion: each with its probability. */
export type Opinion = {
  readonly intent: Intent
  readonly intentProbability: number
  readonly topic: Topic | null
  readonly topicProbability: number
}

/** The models of a language as stored: units of the room's business, joined by line feeds, and both regressions. */
export type StoredModels = {
  readonly familiar: string
  readonly intent: StoredModel
  readonly topic: StoredModel
}

type Models = { readonly familiar: Familiar; readonly intent: Model; readonly topic: Model }
const MODELS: Readonly<Record<Language, Models>> = { 'zh-CN': load(models['zh-CN']), bo: load(models.bo) }

/** What a text is probably for and about. */
export function classify(reading: Reading, language: Language): Opinion {
  const { familiar, intent, topic } = MODELS[language]
  const seen = features(reading, longestGram(language), familiar)
  const [intentName, intentProbability] = likeliest(intent, intent.probabilities(seen))
  const [topicName, topicProbability] = likeliest(topic, topic.probabilities(seen))
  return {
    intent: INTENTS.find((name) => name === intentName) ?? 'out-of-scope',
    intentProbability,
    topic: TOPICS.find((name) => name === topicName) ?? null,
    topicProbability,
  }
}

function load({ familiar, intent, topic }: StoredModels): Models {
  const units = new Set(familiar.split('\n'))
  return { familiar: (unit) => units.has(unit), intent: loadModel(intent), topic: loadModel(topic) }
}

function likeliest(
  { classes }: Model,
  probabilities: readonly number[],
): [name: string, probability: number] {
  let best = 0
  probabilities.forEach((probability, at) => {
    if (probability > (probabilities[best] ?? 0)) best = at
  })
  return [classes[best] ?? '', probabilities[best] ?? 0]
}
