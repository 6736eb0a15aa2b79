import models from '../model.generated.json' with { type: 'json' }
import type { Reading } from '../reading.ts'
import { INTENTS, type Intent, type Language, TOPICS, type Topic } from '../types.ts'
import { type Familiar, features } from './features.ts'
import { loadModels, type Regressions, type StoredModel } from './model.ts'
import { digested } from './naming.ts'
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

type Models = {
  readonly familiar: Familiar
  readonly regressions: Regressions
  readonly intents: readonly (Intent | undefined)[]
  readonly topics: readonly (Topic | undefined)[]
}
const MODELS: Readonly<Record<Language, Models>> = { 'zh-CN': load(models['zh-CN']), bo: load(models.bo) }

/** What a text is probably for and about. */
export function classify(reading: Reading, language: Language): Opinion {
  const { familiar, regressions, intents, topics } = MODELS[language]
  const [intent = [], topic = []] = regressions(features(reading, longestGram(language), familiar, digested))
  const intentAt = likeliest(intent)
  const topicAt = likeliest(topic)
  return {
    intent: intents[intentAt] ?? 'out-of-scope',
    intentProbability: intent[intentAt] ?? 0,
    topic: topics[topicAt] ?? null,
    topicProbability: topic[topicAt] ?? 0,
  }
}

function load({ familiar, intent, topic }: StoredModels): Models {
  const units = new Set(familiar.split('\n'))
  return {
    familiar: (unit) => units.has(unit),
    regressions: loadModels([intent, topic]),
    intents: intent.classes.map((name) => INTENTS.find((one) => one === name)),
    topics: topic.classes.map((name) => TOPICS.find((one) => one === name)),
  }
}

function likeliest(probabilities: readonly number[]): number {
  return probabilities.indexOf(Math.max(...probabilities))
}
