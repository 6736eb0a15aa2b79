import { anatomy } from './anatomy.ts'
import { particleFaults } from './particles.ts'
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
