import type { Language } from './types.ts'

/**
 * The language of normalised text, by its share of letters; hanzi without a word of Chinese grammar among Tibetan are borrowed nouns,
 * and so are those before a Tibetan verb that ends the sentence.
 * Null where it has neither hanzi nor Tibetan, or more of another script.
 */
export function detectLanguage(text: string): Language | null {
  const { hanzi, tibetan, rest } = lettersIn(text)
  // A hanzi is about a word, as is a Tibetan syllable of some two letters, or a Latin word of five.
  const others = rest / 5
  if (hanzi === 0 && tibetan === 0) return null
  if (hanzi + tibetan / 2 < others) return null
  const borrowed = tibetan > 0 && !CHINESE_GRAMMAR.test(text)
  const endsInTibetan = tibetan > 0 && TIBETAN_VERB_LAST.test(text)
  return hanzi >= tibetan / 2 && !borrowed && !endsInTibetan ? 'zh-CN' : 'bo'
}

const CHINESE_GRAMMAR =
  /[的了吗呢吧嘛啊我你您他她它们这那是在有没不能会要想得给把怎咋啥谁哪几和就都还说问]|什么|多少|可以|请/u

// 羊ལུག་རིན་多少རེད: whose verb is Tibetan is Tibetan, whatever it borrows.
const TIBETAN_VERB_LAST = /(?<=[་\s\p{Script=Han}])(?:རེད|ཡིན|ཡོད|མེད|འདུག)(?:་?(?:དམ|ནམ|པས|གམ))?[་།\s?？]*$/u

// Signs are told apart by their place, as far as that tells: to look each up in Unicode's classes takes ten times as long.
function lettersIn(text: string) {
  let [hanzi, tibetan, rest] = [0, 0, 0]
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code >= 0x4e00 && code <= 0x9fff) hanzi += 1
    else if (code >= 0x0f40 && code <= 0x0f6c) tibetan += 1
    else if (!isTibetanMark(code)) {
      const sign = String.fromCodePoint(text.codePointAt(at) ?? 0)
      at += sign.length - 1
      if (NO_LETTER.test(sign)) continue
      else if (HANZI.test(sign)) hanzi += 1
      else if (LETTER.test(sign)) rest += 1
    }
  }
  return { hanzi, tibetan, rest }
}

// Vowels, subjoined letters, tsheg and other marks.
function isTibetanMark(code: number): boolean {
  return (
    code >= 0x0f01 &&
    code <= 0x0fff &&
    (code <= 0x0f3f || code >= 0x0f8d || (code >= 0x0f71 && code <= 0x0f87))
  )
}

// Blanks, digits, common stops.
const NO_LETTER = /[\s\d,.?!。]/u
const HANZI = /\p{Script=Han}/u
const LETTER = /\p{L}/u
