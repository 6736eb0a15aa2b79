import jsEWTS from 'jsewts'
import { isCommon } from './repair.ts'
import spokenPhrases from './spoken-phrases.json' with { type: 'json' }
import { isLegalSyllable } from './spelling.ts'

/**
 * Lower-case Latin text as Tibetan script where it is Wylie (`bu mo'i slob yon`) or a greeting spelt by ear (`tashi delek`);
 * null where it is likelier pinyin, English or anything else.
 */
export function readWylie(text: string): string | null {
  if (text.length > LIMIT) return null
  const words = text.toLowerCase().replace(APOSTROPHES, "'").split(SEPARATORS).filter(Boolean)
  const spoken = SPOKEN.get(words.join(' '))
  if (spoken !== undefined) return spoken
  const letters = words.filter((word) => !/^\d+$/.test(word))
  const read = new Map(letters.map((word) => [word, readSyllable(word)]))
  return isLikelyWylie(letters, read) ? words.map((word) => read.get(word) ?? word).join('་') : null
}

const LIMIT = 600
const APOSTROPHES = /[’‘ʼ`´]/g
const SEPARATORS = /[\s/|_.,;:!?()"-]+/u
const SPOKEN = new Map(Object.entries(spokenPhrases))
const PINYIN =
  /^(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?(?:i?ao|i?ang?|u?ang?|i?ong|u?ai|ia|ie|iu|ing?|ua|uo|ui|ue|un|[ve]i?|eng?|er|ou|[aoiuv])$/
// English words that are spelt as a Tibetan syllable may be.
const ENGLISH = new Set(
  `a am an and as bad bag be bed big bring bus by can dad den do dog drag drum gas go god grab had has he hello her him his i in is
  job king long mad man me men mom my no on or pen per ran red ring rob rod run sad sing so son song sub sun ten than that the them
  then thing this thus to us was we yes you`.split(/\s+/u),
)
// Of the words, how many must be syllables in use, and how many must be neither pinyin nor English.
const IN_USE = 0.6
const TELLING = 0.2
const UNREAD = 1 / 8

/** The syllable in Tibetan script; undefined where the letters spell none. */
function readSyllable(word: string): string | undefined {
  if (!/^['a-z+.]{1,10}$/.test(word)) return undefined
  const warnings: string[] = []
  const syllable = jsEWTS.fromWylie(word, undefined, warnings)
  return warnings.length === 0 && isLegalSyllable(syllable) ? syllable : undefined
}

function isLikelyWylie(words: readonly string[], read: ReadonlyMap<string, string | undefined>): boolean {
  const legal = words.filter((word) => read.get(word) !== undefined)
  const inUse = legal.filter((word) => isCommon(read.get(word) ?? ''))
  const telling = legal.filter((word) => !PINYIN.test(word) && !ENGLISH.has(word))
  const english = words.filter((word) => ENGLISH.has(word))
  return (
    telling.length > 0 &&
    words.length - legal.length <= words.length * UNREAD &&
    inUse.length >= words.length * IN_USE &&
    telling.length >= words.length * TELLING &&
    english.length <= words.length / 3
  )
}
