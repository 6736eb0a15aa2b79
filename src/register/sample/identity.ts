import type { Day } from '../../policy/facts.ts'
import type { Sex } from '../household.ts'
import { checkCharacter } from '../values/id-number.ts'
import type { Random } from './random.ts'

// GB/T 2260 gives out no area 6299: a number that begins so is nobody's, whatever follows.
const NO_AREA = '629900'

/** A synthetic ID number: an area that does not exist, the day of birth, a serial number and the right check character. */
export function syntheticIdNumber(birthDate: Day, sex: Sex, serial: number): string {
  const order = ((serial % 500) * 2 + (sex === 'male' ? 1 : 0)).toString().padStart(3, '0')
  const body = `${NO_AREA}${birthDate.replaceAll('-', '')}${order}`
  return `${body}${checkCharacter(body) ?? ''}`
}

/** A synthetic mobile number, bare: no operator gives out 129, and no short number of public service begins with it. */
export function syntheticTelephone(serial: number): string {
  return `129${(serial % 100_000_000).toString().padStart(8, '0')}`
}

/**
 * A synthetic name; Tibetan ones in the characters that lists write them in. None stands within the name of a place, so
 * that whoever looks for names in what is stored finds no village.
 */
export function syntheticName(
  random: Random,
  people: 'tibetan' | 'other',
  placeWords: ReadonlySet<string>,
  surname?: string,
): string {
  const name = people === 'tibetan' ? tibetanName(random) : chineseName(random, surname)
  return placeWords.has(name) ? syntheticName(random, people, placeWords, surname) : name
}

function tibetanName(random: Random): string {
  return `${random.pick(TIBETAN)}${random.pick(TIBETAN)}`
}

function chineseName(random: Random, surname = syntheticSurname(random)): string {
  const given = random.chance(0.7) ? `${random.pick(GIVEN)}${random.pick(GIVEN)}` : random.pick(GIVEN)
  return `${surname}${given}`
}

export function syntheticSurname(random: Random): string {
  return random.pick(SURNAMES)
}

const letters = (text: string) => Array.from(text) as [string, ...string[]]

const SURNAMES = letters(
  '王李张刘陈杨赵黄周吴徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤',
)
const GIVEN = letters(
  '伟芳娜敏静强磊军洋勇艳杰涛明超秀霞平刚桂英华建国文斌玉兰红梅志海燕春生小东林福祥全有才成德永宏喜旺财禄寿康宁安顺贵荣兴旭晨雨雪莲花香菊琴彩凤珍',
)
const TIBETAN = [
  '扎西',
  '卓玛',
  '才让',
  '拉姆',
  '多杰',
  '央金',
  '次仁',
  '德吉',
  '旦增',
  '格桑',
  '仁青',
  '尕藏',
  '贡保',
  '南杰',
  '索南',
  '白玛',
  '丹珍',
  '加措',
  '道吉',
  '完么',
  '华旦',
  '东主',
  '拉毛',
  '桑杰',
  '娘毛',
] as const satisfies readonly [string, ...string[]]
