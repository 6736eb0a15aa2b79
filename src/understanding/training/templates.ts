import { INTENTS, TOPICS } from '../types.ts'
import type { Example } from './examples.ts'
import templates from './templates.json' with { type: 'json' }

/** Chinese sentences by grammar: every frame with every topic, each time with another of the topic's names. */
export function templateExamples(): Example[] {
  return INTENTS.flatMap((intent) =>
    framesOf(intent).flatMap((frame, at) =>
      TOPICS.flatMap((topic) =>
        [at, at + 3].map((turn) => ({ text: frame.replace('{}', nameOf(topic, turn)), intent, topic })),
      ),
    ),
  )
}

function framesOf(intent: string): readonly string[] {
  return new Map<string, readonly string[]>(Object.entries(templates.frames)).get(intent) ?? []
}

function nameOf(topic: (typeof TOPICS)[number], turn: number): string {
  const names = templates.topics[topic]
  return names[turn % names.length] ?? topic
}
