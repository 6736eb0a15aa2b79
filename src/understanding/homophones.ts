import { type Phrases, phrases } from './lexicon/phrases.ts'
import type { Found } from './lexicon/tables.ts'
import concepts from './lexicon/zh/concepts.json' with { type: 'json' }
import table from './lexicon/zh/homophones.json' with { type: 'json' }
import stages from './lexicon/zh/stages.json' with { type: 'json' }
import unmended from './lexicon/zh/unmended.json' with { type: 'json' }

const SOUNDS: ReadonlyMap<string, string> = new Map(
  Object.entries(table.characters).flatMap(([sound, characters]) =>
    Array.from(characters).map((character) => [character, sound] as const),
  ),
)
const WORDS = filed()
const PLAIN = plain()

/**
 * 助学代宽 → 助学贷款: the words of the room's business, where a keyboard wrote others that sound the same. What makes
 * sense as it is written, stays: 高一学生 is no 医学生.
 */
export function mendHomophones(units: readonly string[]): readonly string[] {
  const found = WORDS.find(units.map((unit) => SOUNDS.get(unit) ?? unit))
  if (found.length === 0) return units
  const written = PLAIN.find(units)
  const mended = [...units]
  for (const word of found) {
    if (!written.some((other) => overlap(other, word)))
      mended.splice(word.from, word.length, ...(word.values[0] ?? []))
  }
  return mended
}

function overlap(one: Found<unknown>, other: Found<unknown>): boolean {
  return one.from < other.from + other.length && other.from < one.from + one.length
}

function filed(): Phrases<readonly string[]> {
  const words = phrases<readonly string[]>()
  for (const [word, sounds] of Object.entries(table.words)) words.add(sounds.split(' '), Array.from(word))
  return words
}

/** Words that are no slip: stages, other business, and those that were once taken for one. */
function plain(): Phrases<true> {
  const words = phrases<true>()
  const strange = Object.entries(concepts).flatMap(([name, all]) => (name.startsWith('out-') ? all : []))
  for (const word of [...stages.flatMap((stage) => stage.words), ...strange, ...unmended]) {
    if (word.length > 1) words.add(Array.from(word), true)
  }
  return words
}
