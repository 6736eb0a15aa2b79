import { ANY_HANZI, ANY_TIBETAN, HIDDEN, hide } from './hidden.ts'
import { isOrdinary } from './ordinary.ts'

/** Words that end the name of a township, a village, a group of houses, a street, a school. */
export const PLACE_ENDS = [
  '村',
  '乡',
  '镇',
  '社',
  '庄',
  '屯',
  '寨',
  '堡',
  '巷',
  '小区',
  '小学',
  '中学',
  '学校',
  '幼儿园',
  '一中',
  '二中',
  '三中',
  '四中',
  '职专',
] as const

/**
 * A text without where somebody lives or goes to school: names of townships, villages and schools, numbers of groups and
 * houses. A county's name stays: tens of thousands live there, and it means something to the question.
 */
export function withoutPlaces(text: string): string {
  const settled = hide(text, SETTLEMENTS)
  const named = ANY_HANZI.test(settled) ? settled.replace(NAMED, hideName) : settled
  return ANY_TIBETAN.test(named) ? named.replace(TIBETAN, `${HIDDEN}$1`) : named
}

const NUMBER = '[\\d一二三四五六七八九十百]+'
const HOUSE = new RegExp(
  [
    `(?<![月年])(?:${NUMBER}|[东西南北上下])(?:组|社|队|栋|单元|室|巷)(?!织|会|保|区|长|伍)`,
    `(?<=[村社组队庄路街巷栋元*])\\s*(?:\\d+号?|${NUMBER}(?:号|组|社|队))(?![年月日个岁元块级班])`,
    `门牌号?(?:是|[:：])?\\s*${NUMBER}号?`,
  ].join('|'),
  'gu',
)

// Signs that are part of no name: who, where, how many; verbs of schooling; larger places.
const STOPS =
  '我你您他她它们咱俺的了在是有到从住去来和跟与及这那哪个一二两三几每全各本同外进回下上里省市州县区乡镇村家户于属叫读念升考报没把被给就也还都想问教书映完年行政山送带接当别级规模立走修'
const SIGN = `[^${STOPS}\\P{Script=Han}]`
// A valley or a slope, where people live in it.
const HOLLOW = new RegExp(`${SIGN}{1,3}[沟湾坪滩坡梁川峡岔垭坝河](?=的?人|里头|[村社组队庄乡镇])`, 'gu')
const STREET = new RegExp(`${SIGN}{1,4}[路街](?=[\\s*]*(?:\\d|\\*|[东西南北]))`, 'gu')
const SETTLEMENTS = [
  { holding: /[\d\p{Script=Han}]/u, pattern: HOUSE, by: HIDDEN },
  { holding: ANY_HANZI, pattern: HOLLOW, by: HIDDEN },
  { holding: ANY_HANZI, pattern: STREET, by: HIDDEN },
]
const NAMED = new RegExp(`(${SIGN}{1,4})(${PLACE_ENDS.join('|')})(?![村会保])`, 'gu')

function hideName(found: string, name: string, end: string): string {
  return isOrdinary(name.at(-1) ?? '', end.charAt(0)) ? found : `${HIDDEN}${end}`
}

// What joins words, whose, how many: no part of a name.
const JOINS = `(?:གི|ཀྱི|གྱི|ཡི|ལ|ན|ནས|ང|ངས|ངེད|ཚོ|དང|རྫོང|ཁུལ|དབུལ|པོ|པའི|བོ|ཞིང|འབྲོག|རང|འདི|དེ|ཡུལ|བུ|མོ|རྗེས|རྒྱུ|བྱེད|ཞུ|ཕྲུ|གུ|སློབ|[\\u0f40-\\u0fbc]+འི)`
const TIBETAN = new RegExp(
  `(?<![\\u0f40-\\u0fbc])(?:(?!${JOINS}་)[\\u0f40-\\u0fbc]+་){1,3}(གྲོང་ཚོ|གྲོང་རྡལ|གྲོང་སྡེ|སྡེ་བ|ཤང|ཞང|རུ་ཁག|རུ་ཚོ)(?=[^\\u0f40-\\u0fbc]|འི|$)`,
  'gu',
)
