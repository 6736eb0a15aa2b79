import type { StoredModels } from '../classifier/classify.ts'
import { features } from '../classifier/features.ts'
import type { StoredModel } from '../classifier/model.ts'
import { written } from '../classifier/naming.ts'
import { longestGram } from '../classifier/settings.ts'
import { lexiconOf } from '../lexicon/compiled.ts'
import { type Reading, read } from '../reading.ts'
import { normalise } from '../script.ts'
import type { Language } from '../types.ts'
import type { Example } from './examples.ts'
import { store } from './quantise.ts'
import { fitSoftmax, type Options, type Sample } from './softmax.ts'
import { temperatureOf } from './temperature.ts'

type Seen = { readonly example: Example; readonly reading: Reading }

const INTENT: Options = { epochs: 10, rate: 0.25, decay: 2e-5, atLeast: (name) => leastOf(name, 2) }
const TOPIC: Options = { epochs: 10, rate: 0.25, decay: 2e-5, atLeast: (name) => leastOf(name, 3) }

/** Both models of a language, from labelled sentences. */
export function fitModels(examples: readonly Example[], language: Language): StoredModels {
  const seen = examples.map((example) => ({
    example,
    reading: read(normalise(example.text), lexiconOf(language)),
  }))
  const counts = businessUnits(seen)
  const samples = seen.map(({ example, reading }) => {
    const own = example.intent === 'out-of-scope' ? 0 : 1
    // Left to itself a sentence knows all its words: it must be familiar from another.
    const isFamiliar = (unit: string) => (counts.get(unit) ?? 0) > own
    return { features: features(reading, longestGram(language), isFamiliar, written), example }
  })
  return {
    familiar: [...counts.keys()].sort().join('\n'),
    intent: fitStored(
      samples.map(({ features, example }) => ({ features, label: example.intent })),
      INTENT,
    ),
    topic: fitStored(
      samples.map(({ features, example }) => ({ features, label: example.topic ?? 'none' })),
      TOPIC,
    ),
  }
}

function fitStored(samples: readonly Sample[], options: Options): StoredModel {
  return store(fitSoftmax(samples, options), temperatureOf(samples, options))
}

/** In how many sentences in scope each unit stands. */
function businessUnits(seen: readonly Seen[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { example, reading } of seen) {
    if (example.intent === 'out-of-scope') continue
    for (const unit of new Set(reading.canonical)) counts.set(unit, (counts.get(unit) ?? 0) + 1)
  }
  return counts
}

/** The longer an n-gram, the more sentences it must stand in, or the model learns its examples by heart. */
function leastOf(name: string, pair: number): number {
  if (name.startsWith('#')) return 1
  const units = name.split(' ').length
  return (units === 1 ? 1 : units === 2 ? pair : pair + 3) + (name.startsWith('~') ? 2 : 0)
}
