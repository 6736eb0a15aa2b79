import models from '../model.generated.json' with { type: 'json' }
import type { Reading } from '../reading.ts'
import { INTENTS, type Intent, type Language, TOPICS, type Topic } from '../types.ts'
import { type Familiar, features } from './features.ts'
import { loadRegressions, type Regressions, type StoredRegressions } from './model.ts'
import { digested } from './naming.ts'
import { longestGram, refusalOf } from './settings.ts'
import { likeliestTogether } from './together.ts'

/** The classifier's opinion, with the probability that both are right. */
type Opinion = {
  readonly intent: Intent
  readonly topic: Topic | null
  readonly probability: number
}

/** What training stores of a language: units of the room's business, joined by line feeds, and the regressions of intent and topic. */
export type StoredModels = StoredRegressions & { readonly familiar: string }

type Models = {
  readonly familiar: Familiar
  readonly regressions: Regressions
  readonly intents: readonly (Intent | undefined)[]
  readonly topics: readonly (Topic | undefined)[]
}

/** What a text is probably for and about. */
export type Classify = (reading: Reading, language: Language) => Opinion

/** Classifies by the models that training wrote. */
export const classify: Classify = classifierOf(models)

/** A classifier of stored models, of each language its own. */
export function classifierOf(stored: Readonly<Record<Language, StoredModels>>): Classify {
  const loaded: Readonly<Record<Language, Models>> = { 'zh-CN': load(stored['zh-CN']), bo: load(stored.bo) }
  return (reading, language) => {
    const { familiar, regressions, intents, topics } = loaded[language]
    const [intent = [], topic = []] = regressions(
      features(reading, longestGram(language), familiar, digested),
    )
    const at = likeliestTogether(intents, intent, topics, topic, refusalOf(language))
    return {
      intent: intents[at.intent] ?? 'out-of-scope',
      topic: topics[at.topic] ?? null,
      probability: at.probability,
    }
  }
}

function load(stored: StoredModels): Models {
  const units = new Set(stored.familiar.split('\n'))
  const [intent, topic] = stored.models
  return {
    familiar: (unit) => units.has(unit),
    regressions: loadRegressions(stored),
    intents: (intent?.classes ?? []).map((name) => INTENTS.find((one) => one === name)),
    topics: (topic?.classes ?? []).map((name) => TOPICS.find((one) => one === name)),
  }
}
