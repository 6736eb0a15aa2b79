import { ABOUT_A_TOPIC } from '../subject.ts'
import type { Intent, Topic } from '../types.ts'

/** Places of the intent and of the topic, in the order the probabilities were given; and how likely both are together. */
type Pair = { readonly intent: number; readonly topic: number; readonly probability: number }

// Who asks about a programme names it, but for a bare 能领多少 that leans on the talk before.
const NAMED = 30

/**
 * The intent and the topic that are likeliest together: a programme is asked about by its topic, all benefits by none.
 * `undefined` among `topics` is no topic; `refusal` is what other business counts for against the room's own.
 */
export function likeliestTogether(
  intents: readonly (Intent | undefined)[],
  intentProbabilities: readonly number[],
  topics: readonly (Topic | undefined)[],
  topicProbabilities: readonly number[],
  refusal: number,
): Pair {
  const none = topics.indexOf(undefined)
  const one = likeliestOf(topicProbabilities, none)
  const likelier = (favour: number) =>
    (topicProbabilities[one] ?? 0) * favour > (topicProbabilities[none] ?? 0) ? one : none
  const either = likelier(1)
  const named = likelier(NAMED)
  let best = { intent: 0, topic: none, score: -1 }
  let sum = 0
  for (const [intent, name] of intents.entries()) {
    const topic = name === 'ask-programme' ? named : isAboutATopic(name) ? either : none
    // The root: the models are no independent witnesses.
    const favour = name === 'out-of-scope' ? refusal : 1
    const score = favour * (intentProbabilities[intent] ?? 0) * Math.sqrt(topicProbabilities[topic] ?? 0)
    sum += score
    if (score > best.score) best = { intent, topic, score }
  }
  return { intent: best.intent, topic: best.topic, probability: best.score / sum }
}

function likeliestOf(probabilities: readonly number[], leftOut: number): number {
  let best = leftOut === 0 ? 1 : 0
  for (const [at, probability] of probabilities.entries()) {
    if (at !== leftOut && probability > (probabilities[best] ?? 0)) best = at
  }
  return best
}

function isAboutATopic(name: Intent | undefined): boolean {
  return name !== undefined && ABOUT_A_TOPIC.has(name)
}
