/** The last six signs of an ID number as a text writes them: five digits and a sixth or X. `from` and `to`: where they stand. */
export type LastSix = { readonly signs: string; readonly from: number; readonly to: number }

const LENGTH = 6
/** A whole ID number: its last six are taken. */
const WHOLE = 18

/** A text as numbers are looked for in it: half width, Tibetan digits as 0 to 9, no invisible signs. */
export function withPlainDigits(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/[༠-༩]/g, (digit) => String(digit.charCodeAt(0) - 0x0f20))
}

/**
 * The one number in a text of plain digits that can be the end of an ID number, or a whole one: in digits, else in hanzi
 * as people say them (幺二三…), spaced or not. Null for none, and for more than one: two would be two guesses.
 */
export function lastSixIn(text: string): LastSix | null {
  const digits = [...text.matchAll(IN_DIGITS)].flatMap(fromDigits)
  const found =
    digits.length > 0 ? digits : [...text.matchAll(IN_WORDS)].flatMap((run) => fromWords(text, run))
  const [only, ...others] = found
  return only === undefined || others.length > 0 ? null : only
}

const GAP = '[\\s-]{0,2}'
// The sign X as telephones offer it: Latin of either case, a times sign, a cross, Cyrillic, or as it is said.
const X = '(?:[xX×✕✖╳Хх](?![A-Za-z])|叉|[艾埃]克斯)'
const IN_DIGITS = new RegExp(`(?<![A-Za-z])\\d(?:${GAP}\\d)*(?:${GAP}${X})?`, 'gu')

const WORDS = ['零〇○', '一幺壹', '二两贰', '三叁', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖'] as const
const WORD = `[${WORDS.join('')}]`
const SIGN = `(?:\\d|${WORD})`
// Blanks part a name's numeral from the digits after it: 张三 12345 has but five.
const BLANKS = `(?:(?<=\\d)${GAP}(?=\\d)|(?<=${WORD})${GAP}(?=${WORD}))?`
const IN_WORDS = new RegExp(`${SIGN}(?:${BLANKS}${SIGN})+(?:${GAP}${X})?`, 'gu')

// A telephone may stand beside it, with but a space between: then the parts are looked at one by one.
function fromDigits({ 0: run, index }: RegExpExecArray): readonly LastSix[] {
  const whole = cut(signsOf(run, index))
  if (whole !== null) return [whole]
  return [...run.matchAll(/[^\s-]+/g)].flatMap((part) => cut(signsOf(part[0], index + part.index)) ?? [])
}

// A name may end in a numeral: 李四一二三四五六 is 李四 and six signs.
function fromWords(text: string, { 0: run, index }: RegExpExecArray): readonly LastSix[] {
  const signs = signsOf(run, index)
  const exact = cut(signs)
  if (exact !== null) return [exact]
  if (signs.length < LENGTH) return []
  if (HAN.test(text.charAt(index - 1)) && isOfName(signs.slice(0, -LENGTH)))
    return [joined(signs.slice(-LENGTH))]
  if (HAN.test(text.charAt(index + run.length)) && isOfName(signs.slice(LENGTH)))
    return [joined(signs.slice(0, LENGTH))]
  return []
}

function isOfName(signs: readonly Sign[]): boolean {
  return signs.length <= 2 && signs.every(({ isWord }) => isWord)
}

type Sign = { readonly sign: string; readonly isWord: boolean; readonly from: number; readonly to: number }

function signsOf(run: string, index: number): readonly Sign[] {
  return [...run.matchAll(EACH)].map(({ 0: sign, index: at }) => ({
    sign: readSign(sign),
    isWord: HAN.test(sign),
    from: index + at,
    to: index + at + sign.length,
  }))
}

const EACH = new RegExp(`${SIGN}|${X}`, 'gu')

function readSign(sign: string): string {
  if (/^\d$/.test(sign)) return sign
  const value = WORDS.findIndex((words) => words.includes(sign))
  return value < 0 ? 'X' : String(value)
}

function cut(signs: readonly Sign[]): LastSix | null {
  return signs.length === LENGTH || signs.length === WHOLE ? joined(signs.slice(-LENGTH), signs[0]) : null
}

function joined(signs: readonly Sign[], first = signs[0]): LastSix {
  return {
    signs: signs.map(({ sign }) => sign).join(''),
    from: first?.from ?? 0,
    to: signs.at(-1)?.to ?? 0,
  }
}

const HAN = /\p{Script=Han}/u
