import { ANY_LATIN, HIDDEN, hide } from './hidden.ts'

/**
 * A text of plain digits without its numbers of four digits or more, whatever parts them, and without the same said in
 * words: telephones, the numbers of cards, households and cases, accounts, years, the days of a birth.
 */
export function withoutLongNumbers(text: string): string {
  return hide(text, NUMBERS)
}

// Mail, pages, names in other services.
const ADDRESS_OF_WIRE =
  /[^\s\p{Script=Han}\p{Script=Tibetan}]*(?:@|:\/\/|www\.)[^\s\p{Script=Han}\p{Script=Tibetan}]+/gu
// Letters and digits mixed: a reference, an account, a plate.
const CODE = /(?=[a-z_-]*\d)(?=[\d_-]*[a-z])[a-z0-9_-]{4,}/gu

const DAY = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})'
const DATE = new RegExp(
  `(?:\\d{2,4}|[零〇○一二三四五六七八九]{2,4})\\s*[年./-]\\s*${DAY}\\s*[月./-](?:\\s*${DAY}\\s*[日号]?)?|\\d{4}\\s*(?:ལོའི?|སྤྱི་ལོ)་?\\s*ཟླ་?\\s*\\d{1,2}(?:་?\\s*(?:པའི་)?ཚེས་?\\s*\\d{1,2})?`,
  'gu',
)

const GAP = '[\\s.,，、。·/\\\\_()（）—–~-]{0,3}'
const DIGITS = new RegExp(`\\d(?:${GAP}\\d){3,}(?:${GAP}x(?![a-z]))?`, 'gu')

const WORD = '[\\d零〇○一幺壹二两贰三叁四肆五伍六陆七柒八捌九玖]'
const HANZI_DIGITS = new RegExp(`${WORD}(?:${GAP}${WORD}){3,}(?:${GAP}(?:x|叉|[艾埃]克斯))?`, 'gu')

const SYLLABLE = '(?:ཀླད་ཀོར|གཅིག|གཉིས|གསུམ|བཞི|ལྔ|དྲུག|བདུན|བརྒྱད|དགུ|\\d)'
const TIBETAN_DIGITS = new RegExp(`${SYLLABLE}(?:[་\\s།-]{0,3}${SYLLABLE}){3,}`, 'gu')

const LETTERS = '(?:ling|yao|yi|er|liang|san|si|wu|liu|qi|ba|jiu)'
const SPELT = new RegExp(`\\b${LETTERS}(?:[\\s-]?${LETTERS}){4,}\\b`, 'gu')

const NUMBERS = [
  { holding: /[@:.]/, pattern: ADDRESS_OF_WIRE, by: HIDDEN },
  { holding: ANY_LATIN, pattern: CODE, by: HIDDEN },
  { holding: /[年./-]|ཟླ/u, pattern: DATE, by: HIDDEN },
  { holding: /\d/, pattern: DIGITS, by: HIDDEN },
  { holding: new RegExp(WORD, 'u'), pattern: HANZI_DIGITS, by: HIDDEN },
  { holding: new RegExp(SYLLABLE, 'u'), pattern: TIBETAN_DIGITS, by: HIDDEN },
  { holding: ANY_LATIN, pattern: SPELT, by: HIDDEN },
]
