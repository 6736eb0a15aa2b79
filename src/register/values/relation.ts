import type { Relation, Sex } from '../household.ts'
import { codedText, remembering } from './cell.ts'

/** `sex` is what the relation's word itself says, where it does. */
export type ReadRelation = { readonly relation: Relation; readonly sex: Sex | null }

/** 与户主关系 by the national system's code or in words; null for a value that is none. */
export const readRelation = remembering((text): ReadRelation | null => {
  const value = codedText(text)
  const byCode = CODES[value]
  if (byCode !== undefined) return byCode
  if (/^\d+$/.test(value)) return OTHER
  const word = value.replace(/^户主(?=.)/, '').replace(/^之/, '')
  return WORDS.find(([pattern]) => pattern.test(word))?.[1] ?? null
})

const is = (relation: Relation, sex: Sex | null = null): ReadRelation => ({ relation, sex })
const OTHER = is('other')

const CODES: Readonly<Record<string, ReadRelation>> = {
  '01': is('head'),
  '02': is('spouse'),
  '03': is('child', 'male'),
  '04': is('child', 'female'),
  '05': is('child-in-law', 'female'),
  '06': is('child-in-law', 'male'),
  '07': is('grandchild', 'male'),
  '08': is('grandchild', 'female'),
  '09': is('grandchild', 'male'),
  '10': is('grandchild', 'female'),
  '11': is('parent', 'male'),
  '12': is('parent', 'female'),
  '13': is('parent', 'male'),
  '14': is('parent', 'female'),
  '15': is('parent', 'male'),
  '16': is('parent', 'female'),
  '17': is('grandparent', 'male'),
  '18': is('grandparent', 'female'),
  '19': is('grandparent', 'male'),
  '20': is('grandparent', 'female'),
}

const WORDS: readonly (readonly [RegExp, ReadRelation])[] = [
  [/^(本人|本人或户主|户主|户主本人)$/, is('head')],
  [/^(配偶)$/, is('spouse')],
  [/^(妻|妻子)$/, is('spouse', 'female')],
  [/^(夫|丈夫)$/, is('spouse', 'male')],
  [/^(儿媳|儿媳妇|媳妇)$/, is('child-in-law', 'female')],
  [/^(女婿)$/, is('child-in-law', 'male')],
  [
    /^(独生子|子|儿|儿子|长子|[次二三四五六]子|[大二三四五六]儿子|养子|继子|养子或继子|婚生子)$/,
    is('child', 'male'),
  ],
  [
    /^(独生女|女|女儿|长女|[次二三四五六]女|[大二三四五六]女儿|养女|继女|养女或继女|婚生女)$/,
    is('child', 'female'),
  ],
  [/^(子女)$/, is('child')],
  [/^(外?曾?孙子?)$/, is('grandchild', 'male')],
  [/^(外?曾?孙女)$/, is('grandchild', 'female')],
  [/^(父|父亲|岳父|公公|继父|养父|继父或养父)$/, is('parent', 'male')],
  [/^(母|母亲|岳母|婆婆|继母|养母|继母或养母)$/, is('parent', 'female')],
  [/^(父母)$/, is('parent')],
  [/^(外?祖父|爷爷|外公|姥爷)$/, is('grandparent', 'male')],
  [/^(外?祖母|奶奶|外婆|姥姥)$/, is('grandparent', 'female')],
  [/^(兄弟姐妹|同胞)$/, is('sibling')],
  [/^(兄|弟|兄弟|哥哥|弟弟|哥)$/, is('sibling', 'male')],
  [/^(姐|妹|姐妹|姐姐|妹妹)$/, is('sibling', 'female')],
  [
    /^(其他|其他亲属|非亲属|侄儿|侄子|侄女|叔伯|叔叔|伯父|姑姑|兄弟媳妇|嫂子|弟媳|外甥|外甥女|.*之.+|.*亲属)$/,
    OTHER,
  ],
]
