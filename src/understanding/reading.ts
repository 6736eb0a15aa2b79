import type { Compiled, StageMeaning } from './lexicon/compile.ts'
import type { Found } from './lexicon/phrases.ts'
import type { Said } from './types.ts'

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
  const topics = lexicon.topics.find(canonical)
  const stages = lexicon.stages.find(canonical)
  const marks = new Set(lexicon.concepts.find(canonical).flatMap((found) => found.values))
  for (const topic of topics.flatMap((found) => found.values)) marks.add('topic').add(`topic:${topic}`)
  for (const { stage } of stages.flatMap((found) => found.values)) marks.add('stage').add(`stage:${stage}`)
  const said = lexicon.said.find(canonical).flatMap((found) => found.values)
  return { units, canonical, marks, topics, stages, said }
}
