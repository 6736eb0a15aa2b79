import { fitSoftmax, type Options, type Sample, score } from './softmax.ts'

const FOLDS = 4
const TEMPERATURES = [0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.35, 1.5, 1.75, 2]

/** By how much to cool a model so that, of sentences it was not fitted on, as many are right as it says: the least log loss over folds. */
export function temperatureOf(samples: readonly Sample[], options: Options): number {
  const losses = TEMPERATURES.map(() => 0)
  for (let fold = 0; fold < FOLDS; fold++) {
    const weights = fitSoftmax(
      samples.filter((_, at) => at % FOLDS !== fold),
      options,
    )
    for (const { features, label } of samples.filter((_, at) => at % FOLDS === fold)) {
      TEMPERATURES.forEach((temperature, at) => {
        const right = score(weights, features, temperature)[weights.classes.indexOf(label)] ?? 0
        losses[at] = (losses[at] ?? 0) - Math.log(Math.max(right, 1e-6))
      })
    }
  }
  return TEMPERATURES[losses.indexOf(Math.min(...losses))] ?? 1
}
