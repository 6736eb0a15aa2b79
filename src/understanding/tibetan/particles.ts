import { anatomy } from './anatomy.ts'

/** Particles of a Tibetan text that do not agree with the last letter of what they follow. */
export function particleFaults(text: string): readonly string[] {
  const units = [...text.matchAll(UNIT)].map(([unit]) => unit)
  return units.flatMap((unit, index) => {
    const before = quotedBefore(units, index) ?? ''
    const after = units[index + 1] ?? ''
    const letters = isWord(before, unit, after) ? undefined : (FORMS[unit] ?? finalForm(unit, after))
    if (letters === undefined) return []
    if (isSyllable(before)) {
      const agrees = unit === BETWEEN || letters.split(' ').includes(lastLetter(before))
      return agrees ? [] : [`${unit} does not follow ${before}`]
    }
    if (STANDS_ALONE.has(unit) || !/^(?:\{\{|\d)/.test(before)) return []
    return [`${unit} depends on ${before.startsWith('{') ? 'what fills' : 'how one reads'} ${before}`]
  })
}

const UNIT = /\{\{\w+\}\}|[\u0f40-\u0f87\u0f8d-\u0fbc]+|\d+|[^་\d]/gu
const VOWEL = 'vowel'
/** After which last letters each form of a particle stands. Forms that are also words of their own are left out. */
const FORMS: Readonly<Record<string, string>> = {
  ...spread('གི གིས', 'ག ང'),
  ...spread('ཀྱི ཀྱིས', 'ད བ ས'),
  ...spread('གྱི གྱིས', 'ན མ ར ལ'),
  ...spread('ཡི ཡིས', 'འ vowel'),
  ...spread('ཏུ', 'ག བ'),
  ...spread('དུ', 'ང ད ན མ ར ལ'),
  ...spread('སུ', 'ས'),
  ...spread('རུ', 'འ vowel'),
  ...spread('ཅིག ཅེས ཅིང', 'ག ད བ'),
  ...spread('ཤིག ཤིང', 'ས'),
  ...spread('ཞིག ཞིང', 'ང ན མ འ ར ལ vowel'),
  ...spread('ཞེས', 'ང ན མ འ ར ལ ས vowel'),
  ...spread('ཀྱང', 'ག ད བ ས'),
  ...spread('ཡང', 'ང ན མ འ ར ལ vowel'),
  ...spread('ཏེ', 'ན ར ལ ས'),
  ...spread('སྟེ', 'ག ང བ མ འ vowel'),
  ...Object.fromEntries('ག ང ད ན བ མ ར ས'.split(' ').map((letter) => [`${letter}མ`, letter])),
  ...spread('ཏམ', 'ན ར ལ'),
  ...spread('པ པའི པར པས པའམ', 'ག ད ན བ མ ས'),
  ...spread('བའི བར བའམ', 'ང ར ལ འ vowel'),
}
/** What ends a sentence in writing: only there is it that, elsewhere a word of its own. མོ and བོ end many nouns. */
const FINAL: Readonly<Record<string, string>> = {
  ...Object.fromEntries('ག ང ད ན ར ལ ས'.split(' ').map((letter) => [`${letter}ོ`, letter])),
  ...spread('ཏོ', 'ན ར ལ'),
  ...spread('ལམ', 'ལ'),
}
// Words in which a syllable looks like a particle and is none, or keeps a form of old; `*` for any syllable.
const WORDS = new Set([
  ...['འོན་ཀྱང', 'གསར་པ', 'གསར་པའི', 'དོ་དམ', 'རོགས་རམ', 'ཁ་པར', 'རྙིང་པ', 'རྙིང་པའི', 'རྙིང་པའམ', 'ཆག་ཡང'],
  ...['མ་གོ', 'མི་གོ', 'སློབ་ལོ', 'འགྲོ་ལམ', 'ཐབས་ལམ', '*་ནམ་ཡང', '*་ཡི་གེ', '*་སུ་ཡིན', '*་ཡང་བསྐྱར', '*་ཡང་ན'],
  ...['*་ཞིང་ཆེན', '*་ཞིང་འབྲོག', '*་ཞིང་ལས', '*་ཞིང་པ'],
])
// Between two figures: ནས … བར.
const BETWEEN = 'བར'
// ཟླ་9པར: an ordinal's ending follows any figure. “…”ཞེས: so do words said.
const STANDS_ALONE = new Set(['པ', 'པའི', 'པར', 'ཞེས', BETWEEN])

/** The unit a particle agrees with: what a quotation or a bracket ended with, where one was closed before it. */
function quotedBefore(units: readonly string[], index: number): string | undefined {
  let at = index - 1
  while (/^[”)]$/u.test(units[at] ?? '')) at--
  return units[at]
}

function isWord(before: string, unit: string, after: string): boolean {
  return WORDS.has(`${before}་${unit}`) || WORDS.has(`*་${unit}་${after}`)
}

function finalForm(unit: string, after: string): string | undefined {
  return after === '' || after === '།' ? FINAL[unit] : undefined
}

function isSyllable(unit: string): boolean {
  return /^[\u0f40-\u0fbc]/u.test(unit)
}

/** The letter a particle agrees with; `vowel` for an open syllable. */
function lastLetter(syllable: string): string {
  const parts = anatomy(syllable)
  if (parts === null || parts.tail !== '') return VOWEL
  return parts.suffixes.at(-1) ?? VOWEL
}

function spread(forms: string, letters: string): Readonly<Record<string, string>> {
  return Object.fromEntries(forms.split(' ').map((form) => [form, letters]))
}
