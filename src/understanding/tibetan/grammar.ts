import { anatomy } from './anatomy.ts'
import { isLegalSyllable } from './spelling.ts'

/** What is mechanically wrong with a Tibetan text: spelling, marks, and particles that do not agree with what they follow. */
export function grammarFaults(text: string): readonly string[] {
  return [...markFaults(text), ...spellingFaults(text), ...particleFaults(text)]
}

const SYLLABLE = /[\u0f40-\u0f87\u0f8d-\u0fbc]+/gu
const PLACEHOLDER = /\{\{\w+\}\}/g

const MARKS: readonly (readonly [RegExp, string])[] = [
  [/ང།/u, 'ང before a shad keeps its tsheg'],
  [/[^ང]་།/u, 'a tsheg before a shad that needs none'],
  [/[ཀག]།/u, 'no shad after ཀ and ག'],
  [/།(?![\s)”]|$)/u, 'no space after a shad'],
  [/[\u0f40-\u0fbc] (?=[\u0f40-\u0fbc])(?<![ཀག] )/u, 'a space within a sentence'],
  [/་་| {2}|།།/u, 'a doubled mark or space'],
  [/་ |་$/u, 'a tsheg before a space or an end'],
  [/^[་།]|\s$/u, 'a mark or space at an end'],
  [/[\u0f20-\u0f33]/u, 'digits are written 0 to 9'],
  [/[\u0f0c-\u0f14](?<!།)/u, 'a mark other than tsheg and shad'],
]

function markFaults(text: string): readonly string[] {
  return MARKS.filter(([pattern]) => pattern.test(text)).map(([, fault]) => fault)
}

function spellingFaults(text: string): readonly string[] {
  const syllables = text.replace(PLACEHOLDER, ' ').match(SYLLABLE) ?? []
  return [...new Set(syllables)]
    .filter((syllable) => !isLegalSyllable(syllable) || hasMisplacedEnding(syllable))
    .map((syllable) => `not a legal syllable: ${syllable}`)
}

// འི and its like are joined to an open syllable alone. དགའི is དགའ with its འི.
function hasMisplacedEnding(syllable: string): boolean {
  const parts = anatomy(syllable)
  if (parts === null || parts.tail === '' || parts.suffixes === '') return false
  const open = anatomy(`${syllable.slice(0, -parts.tail.length)}འ`)
  return open === null || open.prefix === ''
}

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
  ...spread('ཤིག', 'ས'),
  ...spread('ཞིག', 'ང ན མ འ ར ལ vowel'),
  ...spread('ཞེས', 'ང ན མ འ ར ལ ས vowel'),
  ...spread('ཀྱང', 'ག ད བ ས'),
  ...spread('ཏེ', 'ན ར ལ ས'),
  ...spread('སྟེ', 'ག ང བ མ འ vowel'),
  ...Object.fromEntries('ག ང ད ན བ མ ར ས'.split(' ').map((letter) => [`${letter}མ`, letter])),
  ...spread('པ པའི པར པས པའམ', 'ག ད ན བ མ ས'),
  ...spread('བའི བར བའམ', 'ང ར ལ འ vowel'),
}

// Words in which the last syllable looks like a particle and is none, or keeps a form of old.
const WORDS = new Set(['འོན་ཀྱང', 'གསར་པ', 'གསར་པའི', 'དོ་དམ', 'རོགས་རམ', 'ཁ་པར', 'རྙིང་པ', 'རྙིང་པའི', 'རྙིང་པའམ'])
const WHENEVER = 'ནམ་ཡང'
// Between two figures: ནས … བར.
const BETWEEN = 'བར'

function particleFaults(text: string): readonly string[] {
  const faults: string[] = []
  const units = [...text.matchAll(/\{\{\w+\}\}|[\u0f40-\u0f87\u0f8d-\u0fbc]+|[^་]/gu)].map(([unit]) => unit)
  for (const [index, unit] of units.entries()) {
    const allowed = FORMS[unit]
    const before = units[index - 1]
    if (allowed === undefined || before === undefined || WORDS.has(`${before}་${unit}`)) continue
    if (`${unit}་${units[index + 1] ?? ''}` === WHENEVER) continue
    if (before.startsWith('{{') && unit !== BETWEEN && !STANDS_ALONE.has(unit))
      faults.push(`${unit} depends on what fills ${before}`)
    else if (isSyllable(before) && !allowed.split(' ').includes(lastLetter(before)) && unit !== BETWEEN)
      faults.push(`${unit} does not follow ${before}`)
  }
  return faults
}

// ཟླ་9པར: an ordinal's ending follows any figure.
const STANDS_ALONE = new Set(['པ', 'པའི', 'པར'])

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
