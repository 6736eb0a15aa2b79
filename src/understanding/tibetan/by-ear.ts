import { BO } from '../lexicon/bo.ts'
import { anatomy } from './anatomy.ts'
import commonSyllables from './common-syllables.json' with { type: 'json' }
import { isCommon } from './repair.ts'
import { syllables } from './syllables.ts'

/**
 * Stems with those written by ear put right: དབུལ for བུལ, སྦྱོང for བྱོང, འབྲིང for དྲིང. A stem that no word of ours has is taken
 * for one that sounds like it only where this makes a word together with what stands before or after it. Mending again changes nothing.
 */
export function mendByEar(stems: readonly string[]): readonly string[] {
  if (stems.every((stem) => isCommon(stem) || !TIBETAN.test(stem))) return stems
  const mended = [...stems]
  let at = 0
  while (at < mended.length) {
    const heard = heardAt(mended, at)
    if (heard !== undefined) mended[at] = heard
    // What follows may have waited for this one, and so may what stands before.
    at = heard === undefined ? at + 1 : Math.max(0, at - 1)
  }
  return mended
}

/** The one stem that sounds like that at the place and makes a word with a neighbour. */
function heardAt(stems: readonly string[], at: number): string | undefined {
  const stem = stems[at] ?? ''
  if (isCommon(stem) || !TIBETAN.test(stem)) return undefined
  const { stems: own, pairs, bySound } = known()
  if (own.has(stem)) return undefined
  const [before, after] = [stems[at - 1] ?? '', stems[at + 1] ?? '']
  for (const sound of SOUNDS) {
    const alike = bySound.get(sound(stem) ?? '') ?? []
    const fitting = alike.filter((one) => pairs.has(`${before} ${one}`) || pairs.has(`${one} ${after}`))
    const [only] = fitting
    if (fitting.length === 1) return only
    if (fitting.length > 1) return undefined
  }
  return undefined
}

type Known = {
  /** All stems of the lexicon's words, its slips among them, and those that stand side by side in one. */
  readonly stems: ReadonlySet<string>
  readonly pairs: ReadonlySet<string>
  readonly bySound: ReadonlyMap<string, readonly string[]>
}

let table: Known | undefined

// Most messages have no strange stem: it is made for the first that has.
function known(): Known {
  table ??= made()
  return table
}

function made(): Known {
  const { keywords, synonyms, concepts, topics, stages, said } = BO
  const words = [
    ...Object.keys(synonyms),
    ...Object.values(concepts).flat(),
    ...Object.values(topics).flat(),
    ...[...keywords, ...stages, ...said].flatMap((entry) => entry.words),
  ].map(syllables)
  const variants = Object.values(synonyms).flat().map(syllables)
  const pairs = words.flatMap((word) => word.slice(1).map((stem, at) => `${word[at] ?? ''} ${stem}`))
  return {
    stems: new Set([...words, ...variants].flat()),
    pairs: new Set(pairs),
    bySound: commonBySound(),
  }
}

function commonBySound(): ReadonlyMap<string, readonly string[]> {
  const alike = new Map<string, string[]>()
  for (const syllable of commonSyllables) {
    if (syllables(syllable)[0] !== syllable) continue
    for (const sound of SOUNDS) {
      const key = sound(syllable)
      if (key !== undefined) alike.set(key, [...(alike.get(key) ?? []), syllable])
    }
  }
  return alike
}

const TIBETAN = /^[\u0f40-\u0fbc]/u
// Without what is not heard before it, a root is as hard as its fellow.
const HARD: Readonly<Record<string, string>> = { ག: 'ཀ', ཇ: 'ཅ', ད: 'ཏ', བ: 'པ', ཛ: 'ཙ', ཞ: 'ཤ', ཟ: 'ས' }
// ཀྲ, ཏྲ and པྲ are one sound.
const CURLED: Readonly<Record<string, string>> = { ཀ: 'ཏ', པ: 'ཏ', ཁ: 'ཐ', ཕ: 'ཐ' }
// Letters that may end a syllable, for those that may not, and those that are heard alike there.
const LAST: Readonly<Record<string, string>> = { ཀ: 'ག', ཁ: 'ག', ཏ: 'ད', ཐ: 'ད', པ: 'བ', ཕ: 'བ' }
const LIKE_LAST: Readonly<Record<string, string>> = { ང: 'ན', བ: 'ག', ལ: 'ད', ས: 'ད' }
// Those that differ in a breath alone.
const BREATHED: Readonly<Record<string, string>> = { ཁ: 'ཀ', ཆ: 'ཅ', ཐ: 'ཏ', ཕ: 'པ', ཚ: 'ཙ' }

type Sound = {
  readonly root: string
  readonly below: string
  readonly vowels: string
  readonly last: string
  /** The ས after another last letter, which nobody hears. */
  readonly second: string
}

/** How near two spellings are, the nearest first: one but for what is silent, then but for one sound each. */
const SOUNDS: readonly ((syllable: string) => string | undefined)[] = [
  (sound: Sound) => sound,
  (sound: Sound) => ({ ...sound, second: '' }),
  (sound: Sound) => ({ ...sound, second: '', last: LIKE_LAST[sound.last] ?? sound.last }),
  (sound: Sound) => ({ ...sound, second: '', root: BREATHED[sound.root] ?? sound.root }),
  (sound: Sound) => ({ ...sound, second: '', vowels: sound.vowels.replace('ུ', 'ི') }),
].map((blurred, nearness) => (syllable) => {
  const sound = soundOf(syllable)
  return sound === null ? undefined : [nearness, ...Object.values(blurred(sound))].join(' ')
})

function soundOf(syllable: string): Sound | null {
  const parts = anatomy(syllable)
  if (parts === null || parts.tail !== '') return null
  const hard = HARD[parts.root] ?? parts.root
  const below = parts.subscripts.replace('ཝ', '')
  const root = below === 'ར' ? (CURLED[hard] ?? hard) : hard
  const last = parts.suffixes.slice(0, 1)
  return { root, below, vowels: parts.vowels, last: LAST[last] ?? last, second: parts.suffixes.slice(1) }
}
