import type { Compiled, StageMeaning } from './lexicon/compile.ts'
import type { Found } from './lexicon/tables.ts'
import { type Said, STAGES, TOPICS } from './types.ts'

/** A text with all the lexicon found in it. */
export type Reading = {
  /** As written. */
  readonly units: readonly string[]
  /** With standard words for synonyms; places of what was found count in these. */
  readonly canonical: readonly string[]
  /** Names of concepts, and `topic:<name>`, `stage:<name>`; `topic` and `stage` where there is any. */
  readonly marks: ReadonlySet<string>
  readonly topics: readonly Found<string>[]
  readonly stages: readonly Found<StageMeaning>[]
  readonly said: readonly Said[]
}

/** Looks normalised text up in a lexicon. */
export function read(text: string, lexicon: Compiled): Reading {
  const units = lexicon.units(text)
  const standard = lexicon.canonical(units)
  // All filler (想问一下): then the filler is the message.
  const canonical = standard.length === 0 ? units : standard
  const { concepts, topics, stages, said } = lexicon.words.find(canonical)
  const marks = new Set<string>()
  for (const { values } of concepts) for (const concept of values) marks.add(concept)
  for (const { values } of topics) for (const topic of values) marks.add('topic').add(markOf('topic', topic))
  for (const { values } of stages) {
    for (const { stage } of values) marks.add('stage').add(markOf('stage', stage))
  }
  return { units, canonical, marks, topics, stages, said: said.flatMap((found) => found.values) }
}

function markOf(kind: 'topic' | 'stage', name: string): string {
  return MARKS[kind].get(name) ?? `${kind}:${name}`
}

const MARKS = {
  topic: new Map(TOPICS.map((name): [string, string] => [name, `topic:${name}`])),
  stage: new Map(STAGES.map((name): [string, string] => [name, `stage:${name}`])),
}
