import { countyByCode } from '../regions/county.ts'
import { readBirthDate } from './birth-date.ts'
import { countyIn } from './county.ts'
import { detectLanguage } from './language.ts'
import { lexiconOf } from './lexicon/compiled.ts'
import { readNumber } from './numbers.ts'
import { pinyinWord } from './pinyin.ts'
import { normalise } from './script.ts'
import { readTibetanNumber } from './tibetan/numbers.ts'
import { readTibetanYesNo } from './tibetan/yes-no.ts'
import type { Language } from './types.ts'

/** A question that was asked, as far as reading its answer needs it. `today` is an ISO date, in Asia/Shanghai. */
export type Question =
  | { readonly kind: 'choice'; readonly options: readonly Option[] }
  | { readonly kind: 'yes-no' }
  | { readonly kind: 'number' }
  | { readonly kind: 'birth-date'; readonly today: string }
  | { readonly kind: 'county' }

/** An option is chosen by its place, counted from 1, or by any of its words, in either language. */
type Option = { readonly id: string; readonly words: readonly string[] }

/** A choice's id, true or false, a number, an ISO date, or a county's code; null where the text does not answer the question. */
export type Answer = { readonly value: string | number | boolean } | 'dont-know' | null

/** Reads a reply to an asked question: digits and numerals of both languages, words, dates, ages. */
export function readAnswer(text: string, question: Question): Answer {
  const written = normalise(text.slice(0, 400))
  const plain = pinyinWord(written) ?? written
  const language = detectLanguage(plain)
  const lexicon = lexiconOf(language)
  const units = lexicon.units(plain)
  const canonical = lexicon.canonical(units)
  const word = lexicon.answer(units, canonical)
  if (word === 'dont-know') return word
  const value = answered(plain, language, word, question)
  if (value !== null) return { value }
  return lexicon.words.find(canonical).said.some(({ values }) => values.some((said) => said.dontKnow))
    ? 'dont-know'
    : null
}

function answered(
  plain: string,
  language: Language | null,
  word: 'yes' | 'no' | undefined,
  question: Question,
) {
  switch (question.kind) {
    case 'choice':
      return chosen(plain, language, question.options)
    case 'yes-no':
      return yesOrNo(plain, language, word)
    case 'number':
      return counted(plain, language)
    case 'birth-date':
      return readBirthDate(plain, language, question.today)
    case 'county':
      return countyByCode(plain)?.code ?? countyIn(plain, language)
  }
}

const ORDINAL = /^(?:选|选择|我选|第|回复|答案|就)*\s*(.{1,3}?)\s*(?:个|项|号|条|吧|呢|\.|、|\))*$/u

function chosen(plain: string, language: Language | null, options: readonly Option[]): string | null {
  const place = whole(ORDINAL.exec(plain)?.[1] ?? plain, language) ?? whole(plain, language)
  if (place !== null) return options[place - 1]?.id ?? null
  return named(plain, language, options)
}

/** The one option of which the text says a word; of several, the one of the longest word. */
function named(plain: string, language: Language | null, options: readonly Option[]): string | null {
  const { units, canonical } = lexiconOf(language)
  const cut = (text: string) => ` ${canonical(units(normalise(text))).join(' ')} `
  const said = cut(plain)
  let best: { readonly id: string; readonly length: number } | null = null
  for (const { id, words } of options) {
    for (const one of words) {
      const key = cut(one)
      if (key.trim() === '' || !(said.includes(key) || (said.trim().length >= 3 && key.includes(said))))
        continue
      if (best === null || key.length > best.length) best = { id, length: key.length }
    }
  }
  return best?.id ?? null
}

const NEGATIVE = /^(?:不|没|否|未)/u
// 在镇上 and 有三个娃 tell something, and agree to nothing: such a word is a yes alone.
const POSITIVE =
  /^(?:是|对(?!了)|嗯)|^(?:有|在|好|能|可以|要|算)(?:的|了|着|呢|哩|啊|呀|吧|嘛|么|册|上面|里面)*(?:[，,。.!！\s]|$)/u
// 好像不是 is a no said softly.
const HEDGE = /^(?:好像|应该|大概|可能|也许|恐怕|差不多)(?:就|都|还)?/u

function yesOrNo(plain: string, language: Language | null, word: 'yes' | 'no' | undefined): boolean | null {
  if (word !== undefined) return word === 'yes'
  const place = whole(plain, language)
  if (place === 1 || place === 2) return place === 1
  if (language === 'bo') return readTibetanYesNo(plain)
  if (language !== 'zh-CN' || plain.length > 12 || /[?吗]|有没|是不是/u.test(plain)) return null
  const said = plain.replace(HEDGE, '')
  if (NEGATIVE.test(said)) return false
  return POSITIVE.test(said) ? true : null
}

const COUNTED =
  /(?:大概|大约|差不多|有|约|总共|一共|我们村|村里|将近)*([0-9.,零〇一二两三四五六七八九十百千万]+)(?:多|来|几)*(?:个)?(?:人|口|口人|来人|户)*(?:左右|上下|吧|呢|的样子)*$/u

function counted(plain: string, language: Language | null): number | null {
  return (
    whole(plain, language) ??
    (plain.length <= 24 ? readNumber(COUNTED.exec(plain.replace(/\s/g, ''))?.[1] ?? '') : null)
  )
}

function whole(text: string, language: Language | null): number | null {
  const bare = text.replace(/[\s.。、,)!]+$/u, '')
  return (
    readNumber(bare) ?? (language === 'bo' || /[\u0f20-\u0f29]/.test(bare) ? readTibetanNumber(bare) : null)
  )
}
