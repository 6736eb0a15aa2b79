import commonSyllables from './common-syllables.json' with { type: 'json' }
import { isLegalSyllable } from './spelling.ts'

const COMMON = new Set(commonSyllables)

/** Whether the syllable stands in the room's own sentences and words more than once. */
export function isCommon(syllable: string): boolean {
  return COMMON.has(syllable)
}

/**
 * A syllable as it was probably meant, where it is none of the common ones: two run together for want of a ་ are parted,
 * a missing འ before the root or in the genitive is put back. Anything else is left as it is.
 */
export function repaired(syllable: string): readonly string[] {
  if (COMMON.has(syllable)) return [syllable]
  if (COMMON.has(`འ${syllable}`)) return [`འ${syllable}`]
  const owner = syllable.replace(/ི$/u, '')
  if (owner !== syllable && OWNERS.has(owner)) return [owner]
  if (isLegalSyllable(syllable)) return [syllable]
  const parts = parted(syllable, 3) ?? [syllable]
  // Anything falls into single letters: རིཀས is རིགས.
  return parts.filter((part) => part.length === 1).length > 1 ? [syllable] : parts
}

// Stems whose genitive is often typed without its འ: ངི for ངའི.
const OWNERS = new Set(['ང', 'པ', 'བ', 'གྲྭ', 'ཁ', 'ལ'])

/** The common syllables, at most `most`, that together spell this; the first is as long as can be. */
function parted(letters: string, most: number): string[] | null {
  if (isKnown(letters)) return [letters]
  if (most === 1) return null
  for (let end = letters.length - 1; end > 0; end--) {
    if (!isKnown(letters.slice(0, end)) || /^[\u0f71-\u0fbc]/u.test(letters.slice(end))) continue
    const rest = parted(letters.slice(end), most - 1)
    if (rest !== null) return [letters.slice(0, end), ...rest]
  }
  return null
}

function isKnown(letters: string): boolean {
  return COMMON.has(letters) || COMMON.has(letters.replace(/འི$/u, ''))
}
