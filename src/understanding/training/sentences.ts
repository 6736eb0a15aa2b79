import { INTENTS, TOPICS } from '../types.ts'
import type { Example } from './examples.ts'

/**
 * Sentences by intent, or by `intent topic`, in which `{name}` stands for any wording of a slot: who asks, what is asked
 * about, how a dialect puts the question.
 */
export type Sentences = {
  readonly slots: Readonly<Record<string, readonly string[]>>
  readonly sentences: Readonly<Record<string, readonly string[]>>
}

// A sentence stands for a few of its wordings: each wording of a slot comes often enough over all sentences.
const MOST = 5
const SLOT = /\{(\w+)\}/g

/** Every sentence in some of its wordings, the same ones each time. Throws at a label or a slot that does not exist. */
export function sentenceExamples({ slots, sentences }: Sentences): Example[] {
  return Object.entries(sentences).flatMap(([label, frames]) => {
    const meaning = meaningOf(label)
    return frames.flatMap((frame, at) => wordings(frame, at, slots).map((text) => ({ text, ...meaning })))
  })
}

function wordings(frame: string, at: number, slots: Sentences['slots']): string[] {
  const choices = [...frame.matchAll(SLOT)].map(([, name = '']) => slots[name]?.length ?? 0)
  const turns = Math.min(MOST, Math.max(1, ...choices))
  return Array.from({ length: turns }, (_, turn) => {
    let place = 0
    return frame.replace(SLOT, (_gap, name: string) => {
      place += 1
      return wordingOf(slots, name, at + turn * place + place)
    })
  })
}

function wordingOf(slots: Sentences['slots'], name: string, turn: number): string {
  const words = slots[name]
  if (words === undefined) throw new Error(`no slot ${name}`)
  return words[turn % words.length] ?? ''
}

function meaningOf(label: string): Pick<Example, 'intent' | 'topic'> {
  const [intentName, topicName = null] = label.split(' ')
  const intent = INTENTS.find((name) => name === intentName)
  const topic = TOPICS.find((name) => name === topicName) ?? null
  if (intent === undefined || topic !== topicName) throw new Error(`no intent and topic: ${label}`)
  return { intent, topic }
}
