import { INTENTS, type Topic, TOPICS } from '../types.ts'
import type { Example } from './examples.ts'

/** A topic's names, and by intent the sentences in which `{}` stands for one. */
export type Templates = {
  readonly topics: Readonly<Record<Topic, readonly string[]>>
  readonly frames: Readonly<Record<string, readonly string[]>>
}

/** Sentences by grammar: every frame with every topic, each time with another of the topic's names. */
export function templateExamples({ topics, frames }: Templates): Example[] {
  return INTENTS.flatMap((intent) =>
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
}

function nameOf(names: readonly string[], turn: number): string {
  return names[turn % names.length] ?? ''
}
