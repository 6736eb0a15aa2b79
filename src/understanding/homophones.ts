import table from './lexicon/zh/homophones.json' with { type: 'json' }
import { type Phrases, phrases } from './lexicon/phrases.ts'

const SOUNDS: ReadonlyMap<string, string> = new Map(
  Object.entries(table.characters).flatMap(([sound, characters]) =>
    Array.from(characters).map((character) => [character, sound] as const),
  ),
)
const WORDS = filed()

/** 助学代宽 → 助学贷款: the words of the room's business, where a keyboard wrote others that sound the same. */
export function mendHomophones(units: readonly string[]): string[] {
  const mended = [...units]
  for (const { from, length, values } of WORDS.find(units.map((unit) => SOUNDS.get(unit) ?? unit))) {
    mended.splice(from, length, ...(values[0] ?? []))
  }
  return mended
}

function filed(): Phrases<readonly string[]> {
  const words = phrases<readonly string[]>()
  for (const [word, sounds] of Object.entries(table.words)) words.add(sounds.split(' '), Array.from(word))
  return words
}
