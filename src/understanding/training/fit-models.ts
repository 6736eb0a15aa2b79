import type { StoredModels } from '../classifier/classify.ts'
import { features } from '../classifier/features.ts'
import { written } from '../classifier/naming.ts'
import { longestGram } from '../classifier/settings.ts'
import { lexiconOf } from '../lexicon/compiled.ts'
import { type Reading, read } from '../reading.ts'
import { normalise } from '../script.ts'
import type { Language } from '../types.ts'
import type { Example } from './examples.ts'
import { type Fitted, store } from './quantise.ts'
import { fitSoftmax, type Options, type Sample } from './softmax.ts'
import { temperatureOf } from './temperature.ts'

type Seen = { readonly example: Example; readonly reading: Reading }

const optionsOf = (atLeast: number): Options => ({
  epochs: 10,
  rate: 0.25,
  decay: 2e-5,
  dropout: 0.4,
  atLeast: (name) => leastOf(name, atLeast),
})
const INTENT = optionsOf(2)
const TOPIC = optionsOf(3)

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
  const labelled = (label: (example: Example) => string) =>
    samples.map(({ features, example }) => {
      const sample = { features, label: label(example) }
      return example.later === true ? { ...sample, later: example.later } : sample
    })
  return {
    familiar: [...counts.keys()].sort().join('\n'),
    ...store([
      fitted(
        labelled(({ intent }) => intent),
        INTENT,
      ),
      fitted(
        labelled(({ topic }) => topic ?? 'none'),
        TOPIC,
      ),
    ]),
  }
}

function fitted(samples: readonly Sample[], options: Options): Fitted {
  return { weights: fitSoftmax(samples, options), temperature: temperatureOf(samples, options) }
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
  if (name.startsWith('#')) return name.includes('&') ? 4 : 1
  const units = name.split(' ').length
  return (units === 1 ? 1 : units === 2 ? pair : pair + 3) + (name.startsWith('~') ? 2 : 0)
}
