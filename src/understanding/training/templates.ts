import { INTENTS, type Topic, TOPICS } from '../types.ts'
import type { Example } from './examples.ts'

/** A topic's names, names of others' business, and by intent the sentences in which `{}` stands for one. */
export type Templates = {
  readonly topics: Readonly<Record<Topic, readonly string[]>>
  readonly others?: readonly string[]
  readonly frames: Readonly<Record<string, readonly string[]>>
}

// One name in so many goes with a frame: each comes often enough, none drowns the written sentences.
const SHARE = 6

/** Sentences by grammar: every frame with every topic, each time with another of its names, or with a share of others' business. */
export function templateExamples({ topics, others = [], frames }: Templates): Example[] {
  const strange = (frames['out-of-scope'] ?? []).flatMap((frame, at) =>
    others
      .filter((_, turn) => (turn + at) % SHARE === 0)
      .map((name) => ({ text: frame.replace('{}', name), intent: 'out-of-scope' as const, topic: null })),
  )
  const own = INTENTS.filter((intent) => intent !== 'out-of-scope').flatMap((intent) =>
    (frames[intent] ?? []).flatMap((frame, at) =>
      TOPICS.flatMap((topic) =>
        [at, at + 3].map((turn) => ({
          text: frame.replace('{}', nameOf(topics[topic], turn)),
          intent,
          topic,
        })),
      ),
    ),
  )
  return [...own, ...strange]
}

function nameOf(names: readonly string[], turn: number): string {
  return names[turn % names.length] ?? ''
}
