const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  壹: 1,
  幺: 1,
  二: 2,
  贰: 2,
  两: 2,
  俩: 2,
  三: 3,
  叁: 3,
  仨: 3,
  四: 4,
  肆: 4,
  五: 5,
  伍: 5,
  六: 6,
  陆: 6,
  七: 7,
  柒: 7,
  八: 8,
  捌: 8,
  九: 9,
  玖: 9,
}
const UNITS: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 }
const NUMERAL = '[0-9零〇一壹二贰两俩三仨叁四肆五伍六陆七柒八捌九玖十拾百佰千仟万]'

/** A whole numeral: `1200`, `1,200`, `1.2万`, `一千二`, `两万`, `二零一九`; null where the text is none. */
export function readNumber(text: string): number | null {
  const plain = text.replace(/[,，、\s]/g, '')
  const decimal = /^(\d{1,9}(?:\.\d{1,4})?)([十百千万]?)$/.exec(plain)
  if (decimal !== null)
    return Math.round(Number(decimal[1]) * (decimal[2] === '万' ? 10000 : (UNITS[decimal[2] ?? ''] ?? 1)))
  if (plain === '' || plain.length > 12 || !new RegExp(`^${NUMERAL}+$`, 'u').test(plain)) return null
  if (!/[十拾百佰千仟万]/u.test(plain)) return Number(Array.from(plain, (one) => DIGITS[one] ?? one).join(''))
  return readHanzi(plain)
}

/** 一千二 is 1200 and 两万三 23000: a last digit after a unit stands one place below it. */
function readHanzi(text: string): number | null {
  let [total, section, digit, place] = [0, 0, -1, 1]
  for (const one of text) {
    const value = DIGITS[one] ?? (/\d/.test(one) ? Number(one) : undefined)
    const unit = UNITS[one]
    if (value !== undefined) {
      if (value === 0) place = 1
      digit = value
    } else if (one === '万') {
      total = (section + Math.max(0, digit) || 1) * 10000
      ;[section, digit, place] = [0, -1, 1000]
    } else if (unit !== undefined) {
      section += (digit < 0 ? 1 : digit) * unit
      ;[digit, place] = [-1, unit / 10]
    }
  }
  return total + section + (digit < 0 ? 0 : digit * (text.includes('零') ? 1 : Math.max(1, place)))
}

const COUNT = '([0-9一二两俩三仨四五六七八九])'
const OF_SCHOOL = '(?:上学的|念书的|读书的)'
// Of either; of sons, of daughters: 三女子 without 个 is the third.
const CHILDREN = [
  `${COUNT}个?(?:${OF_SCHOOL}?(?:孩子|娃娃|娃|学生|后人|子女|儿女)|${OF_SCHOOL})`,
  `${COUNT}(?:(?:个|(?<=[两俩仨]))(?:儿子|儿娃|男娃|男孩)|[儿男](?=${COUNT}女)|(?<=${COUNT}女.)[儿男])`,
  `${COUNT}(?:(?:个|(?<=[两俩仨]))(?:女儿|丫头|女子|姑娘|闺女|女娃|女孩)|女(?=${COUNT}[儿男])|(?<=${COUNT}[儿男].)女)`,
].map((kind) => new RegExp(kind, 'gu'))

/** How many children a Chinese sentence speaks of: 家里三个娃; sons and daughters together, 一儿一女. */
export function readChildrenCount(text: string): number | null {
  const [children = 0, sons = 0, daughters = 0] = CHILDREN.map((kind) => counted(text, kind))
  const count = children > 0 ? children : sons + daughters
  return count > 0 ? count : null
}

/** The first number is of all; later ones, as in 两个娃，一个上大学, are of some among them. */
function counted(text: string, kind: RegExp): number {
  const [first] = text.matchAll(kind)
  return readNumber(first?.[1] ?? '') ?? 0
}
