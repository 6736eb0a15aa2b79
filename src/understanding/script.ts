import { EN } from './lexicon/compiled.ts'
import { mendPinyin, readPinyin } from './pinyin.ts'
import { normaliseTibetan } from './tibetan/normalise.ts'
import { readWylie } from './tibetan/wylie.ts'
import { simplify } from './traditional.ts'

const MARKUP = /<\/?[a-z!][^<>]{0,200}>|&(?:nbsp|amp|lt|gt|quot|#\d{1,6});/gi
// Joiners, direction marks, variation selectors, keycaps: they carry no word, and must not part one.
const INVISIBLE = /\p{Default_Ignorable_Code_Point}|\u20e3|[\ufff9-\ufffb]/gu
const CONTROLS = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}]/gu
const EMOJI = /[\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}]/gu
// Common hanzi, Tibetan, and Latin with their stops: most messages hold nothing else, and so nothing to be cleaned away.
const CLEAN =
  /^[\u0f71-\u0f97\u0f99-\u0fbc\u0f01-\u0f47\u0f49-\u0f6c\u4e00-\u9fff a-z0-9,.?!:;'"()。、“”‘’《》…-]*$/u
// A look at the common letters first: whether a sign is of a class of Unicode is looked up in a long table.
const REPEATED = /(?![\u4e00-\u9fff\u0f40-\u0f47\u0f49-\u0f6ca-z])([^\p{L}\p{N}\s])\1+/gu

/**
 * Text as the lexicon and the classifier read it: simplified hanzi, plain Tibetan, lower-case half-width Latin; pinyin of
 * common words as hanzi and Wylie as Tibetan; no markup, control characters or emoji. Normalising again changes nothing.
 */
export function normalise(text: string): string {
  // A message is looked at from several sides, one after the other.
  if (last.text !== text) last = { text, plain: plainOf(text) }
  return last.plain
}

let last = { text: '', plain: '' }

function plainOf(text: string): string {
  const plain = clean(text)
  if (/[\u4e00-\u9fff]|\p{Script=Han}/u.test(plain)) {
    const simple = simplify(/[a-z]{2}/.test(plain) ? mendPinyin(plain) : plain)
    return tibetan(simple === plain ? plain : squeeze(simple))
  }
  if (/[\u0f00-\u0fff]/.test(plain)) return tibetan(plain)
  return /[a-z]{2}/.test(plain) ? latin(plain) : plain
}

function clean(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase()
  if (CLEAN.test(plain)) return squeeze(plain)
  const folded = text
    .toWellFormed()
    .replace(INVISIBLE, '')
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .toLowerCase()
  return squeeze(folded.replace(MARKUP, ' ').replace(CONTROLS, ' ').replace(EMOJI, ' ').normalize('NFKC'))
}

function squeeze(text: string): string {
  return text.replace(REPEATED, '$1').replace(/\s+/g, ' ').trim()
}

function tibetan(text: string): string {
  return /[\u0f00-\u0fff]/.test(text) ? squeeze(normaliseTibetan(text)) : text
}

/** Twilio's keywords and English first: read as Wylie, "stop" would be a Tibetan word. */
function latin(text: string): string {
  const words = EN.units(text)
  if (EN.keyword(words, EN.canonical(words)) !== undefined) return text
  const hanzi = readPinyin(text)
  if (hanzi !== null) return hanzi
  const wylie = readWylie(text)
  return wylie === null ? text : tibetan(squeeze(wylie))
}
