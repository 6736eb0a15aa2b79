/**
 * Tibetan as people type it, in one form: NFC, one sign for what looks alike, signs of a stack in their order, ASCII digits,
 * no ornaments, syllables joined by one ་ and none at the ends; other scripts stand apart by a space. Idempotent.
 */
export function normaliseTibetan(text: string): string {
  const composed = text.normalize('NFC')
  const clean = inOrder(STANDARD.test(composed) ? composed : rewritten(composed))
  const joined = clean.replace(BETWEEN_SYLLABLES, '་').replace(AT_ENDS, '')
  return SYLLABLES.test(joined) ? joined : joined.replace(AT_BORDERS, ' ').replace(SPACES, ' ').trim()
}

function rewritten(text: string): string {
  return REWRITES.reduce((sofar, [pattern, by]) => sofar.replace(pattern, by), text)
    .replace(DIGIT, (digit) => String(digit.charCodeAt(0) - 0x0f20))
    .normalize('NFC')
}

const LETTERS = '\\u0f40-\\u0f87\\u0f8d-\\u0fbc'
const DIGIT = /[༠-༩]/g
const SPACES = /[\s\u00a0\u3000]+/g
// Every run but the one ་ that it becomes.
const BETWEEN_SYLLABLES = new RegExp(
  `(?<=[${LETTERS}])(?:་[་།\\s\\u00a0\\u3000]+|[།\\s\\u00a0\\u3000][་།\\s\\u00a0\\u3000]*)(?=[${LETTERS}])`,
  'gu',
)
const AT_ENDS = /^[་།\s]+|[་།\s]+$/gu
// Tibetan alone has no borders within it.
const SYLLABLES = new RegExp(`^[${LETTERS}]+(?:་[${LETTERS}]+)*$`, 'u')
const AT_BORDERS = new RegExp(
  `(?<![${LETTERS}])[་།]+|[་།]+(?![${LETTERS}་།])|(?<=[${LETTERS}])(?=[^${LETTERS}་])|(?<=[^${LETTERS}་])(?=[${LETTERS}])`,
  'gu',
)

// Nothing of this is rewritten, and most messages hold nothing else.
const STANDARD =
  /^[\u0f71-\u0f76\u0f78\u0f7a-\u0f81\u0f90-\u0fb9\u0f0b\u0f0d\u0f40-\u0f69\u4e00-\u9fff a-z0-9,.?!:;'"()-]*$/u

// What is written two ways and looks or means the same; ornaments and invisible signs go.
const REWRITES: readonly (readonly [RegExp, string])[] = [
  [/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]|\p{Variation_Selector}|\u034f/gu, ''],
  [/[\u0f0c\u0fd2]/g, '་'],
  [/[\u0f0e-\u0f12\u0f14]/g, '།'],
  [/[\u0f01-\u0f0a\u0f13\u0f15-\u0f1f\u0f34\u0f36\u0f38\u0f3a-\u0f3d\u0fbe-\u0fd1\u0fd3-\u0fda]/g, ' '],
  [/[\u0f18\u0f19\u0f35\u0f37\u0f39\u0f3e\u0f3f\u0f82-\u0f87]/g, ''],
  [/\u0f6a/g, 'ར'],
  [/\u0fba/g, '\u0fad'],
  [/\u0fbb/g, '\u0fb1'],
  [/\u0fbc/g, '\u0fb2'],
  [/\u0f77/g, '\u0fb2\u0f71\u0f80'],
  [/\u0f79/g, '\u0fb3\u0f71\u0f80'],
]

const VOWEL_BEFORE_SUBJOINED = /([\u0f71-\u0f7e\u0f80]+)([\u0f8d-\u0fbc]+)/g
const REPEATED_SIGN = /([\u0f71-\u0f7e\u0f80])\1+/g

// A vowel typed before its subjoined letter, or twice; one moved may come to stand before another.
function inOrder(text: string): string {
  const moved = text.replace(VOWEL_BEFORE_SUBJOINED, '$2$1')
  const ordered = (moved === text ? text : moved.normalize('NFC')).replace(REPEATED_SIGN, '$1')
  return ordered === text ? text : inOrder(ordered)
}
