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

type Fitting = {
  readonly dropout: number
  /** In how many sentences a unit, a pair of units for the intent and for the topic, and a pair of marks must stand. */
  readonly least: {
    readonly unit: number
    readonly pair: { readonly intent: number; readonly topic: number }
    readonly marks: number
  }
}

// By cross-validation over authors and files (first-sight.ts): the more sentences, the less need be left out of each, and the
// rarer what stands in few of them is of use.
const FITTING: Readonly<Record<Language, Fitting>> = {
  'zh-CN': { dropout: 0.25, least: { unit: 2, pair: { intent: 3, topic: 4 }, marks: 12 } },
  bo: { dropout: 0.4, least: { unit: 1, pair: { intent: 2, topic: 3 }, marks: 4 } },
}

function optionsOf(model: 'intent' | 'topic', language: Language): Options {
  const { dropout, least } = FITTING[language]
  return {
    epochs: 10,
    rate: 0.25,
    decay: 2e-5,
    dropout,
    atLeast: (name) => leastOf(name, { unit: least.unit, pair: least.pair[model], marks: least.marks }),
  }
}

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
        optionsOf('intent', language),
      ),
      fitted(
        labelled(({ topic }) => topic ?? 'none'),
        optionsOf('topic', language),
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

type Least = { readonly unit: number; readonly pair: number; readonly marks: number }

/** The longer an n-gram, the more sentences it must stand in, or the model learns its examples by heart. */
function leastOf(name: string, { unit, pair, marks }: Least): number {
  if (name.startsWith('#')) return name.includes('&') ? marks : 1
  const units = name.split(' ').length
  return (units === 1 ? unit : units === 2 ? pair : pair + 3) + (name.startsWith('~') ? 2 : 0)
}
