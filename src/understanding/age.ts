import { readNumber } from './numbers.ts'

/**
 * The age named in a Chinese sentence, in full years: 五岁半 is 5, 不到五岁 and 虚岁五岁 are 4. Where a parent's age stands
 * beside it (我四十二岁，娃十二岁), the child's.
 */
export function readAge(text: string): number | null {
  // Nearly all text names none.
  const named = text.includes('岁') ? [...text.matchAll(AGE)] : []
  const ages = [...named, ...(CHILD.test(text) ? text.matchAll(BARE) : [])]
    .toSorted((one, other) => one.index - other.index)
    .map(({ groups = {} }) => groups)
  const [first] = ages.filter(({ grown }) => grown === undefined || ages.length === 1)
  const years = readNumber(first?.['years'] ?? '')
  if (years === null || years >= 120) return null
  const isUnfinished = first?.['before'] !== undefined || first?.['after'] !== undefined
  return isUnfinished ? Math.max(0, years - 1) : years
}

const NUMERAL = '[0-9零〇一壹二贰两俩三仨叁四肆五伍六陆七柒八捌九玖十拾百]'

const GROWN_UP =
  '(?:[我俺咱]|爸爸?|妈妈?|爹|娘|父亲|母亲|爷爷?|奶奶?|外公|外婆|老汉|老人|男人|老公|媳妇|婆娘|老婆|丈夫|妻子)'

const NOT_YET = '不到|没到|不满|未满|不够|没满|快要?满?|马上满?|将近|虚岁?'

// 老三五岁: the third child is five.
const AGE = new RegExp(
  `(?<grown>${GROWN_UP}(?:今年|都|也|已经|快|刚|才|有|是)*)?(?<before>${NOT_YET})?(?:老[大一二三四五六七])?(?<years>${NUMERAL}{1,3})(?:周岁|岁(?!月))(?<after>不到|虚岁)?`,
  'gu',
)

const CHILD =
  /娃|孩|儿子|女儿|姑娘|丫头|女子|孙子|孙女|老[大二三四小]|[大小尕]的|[我俺咱](?:今年|都|也|已经|刚|才)*[\d十二]/u

// 娃12上初一, 老大十五老二九岁, 我十五了: a number behind a person, of two signs where it is in words.
const BARE =
  /(?:(?<grown>(?<![\p{Script=Han}])[我俺咱])|娃娃?|孩子?|儿子|女儿|姑娘|丫头|女子|孙子|孙女|老[大二三四小]|[大小尕]的)(?:今年|都|也|已经|刚|才)*(?<before>快|虚岁?)?(?<years>\d{1,2}|十[一二三四五六七八九]?|二十[一二三四五六]?)(?=了|啦|[上念读]|[，,。\s]|$|老[大二三四小]|[大小尕]的)/gu
