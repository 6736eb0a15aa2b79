import models from '../model.generated.json' with { type: 'json' }
import type { Reading } from '../reading.ts'
import { INTENTS, type Intent, type Language, TOPICS, type Topic } from '../types.ts'
import { features } from './features.ts'
import { loadModel, type Model } from './model.ts'
import { longestGram } from './settings.ts'

/** The classifier's opinion: each with its probability. */
export type Opinion = {
  readonly intent: Intent
  readonly intentProbability: number
  readonly topic: Topic | null
  readonly topicProbability: number
}

type Pair = { readonly intent: Model; readonly topic: Model }
const MODELS: Readonly<Record<Language, Pair>> = {
  'zh-CN': { intent: loadModel(models['zh-CN'].intent), topic: loadModel(models['zh-CN'].topic) },
  bo: { intent: loadModel(models.bo.intent), topic: loadModel(models.bo.topic) },
}
// Below this share of known features the words are foreign to the room's business.
const FAMILIAR = 0.3

/** What a text is probably for and about. */
export function classify(reading: Reading, language: Language): Opinion {
  const { intent, topic } = MODELS[language]
  const seen = features(reading, longestGram(language))
  const [intentName, intentProbability] = likeliest(intent, intent.probabilities(seen))
  const [topicName, topicProbability] = likeliest(topic, topic.probabilities(seen))
  const known = intent.known(seen)
  if (known < FAMILIAR && !reading.marks.has('topic')) {
    return { intent: 'out-of-scope', intentProbability: 1 - known, topic: null, topicProbability: 1 }
  }
  return {
    intent: INTENTS.find((name) => name === intentName) ?? 'out-of-scope',
    intentProbability,
    topic: TOPICS.find((name) => name === topicName) ?? null,
    topicProbability,
  }
}

function likeliest({ classes }: Model, probabilities: readonly number[]): [name: string, probability: number] {
  let best = 0
  probabilities.forEach((probability, at) => {
    if (probability > (probabilities[best] ?? 0)) best = at
  })
  return [classes[best] ?? '', probabilities[best] ?? 0]
}
