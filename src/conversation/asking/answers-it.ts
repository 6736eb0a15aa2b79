import type { FactName } from '../../policy/facts.ts'
import { normalise } from '../../understanding/script.ts'
import { syllables } from '../../understanding/tibetan/syllables.ts'

/**
 * Whether the yes or no of these words is one to what was asked: 是, 我家是, 是贫困户 are, where the register is asked
 * about; 我是老师 and 是真的吗 agree to nothing.
 */
export function answersIt(text: string, fact: FactName): boolean {
  if (ASKS.test(text)) return false
  const isTibetan = TIBETAN.test(text)
  const units = isTibetan ? syllables(normalise(text)) : []
  if (units.some((unit) => ASKING.has(unit))) return false
  if (OWN_WORDS[fact]?.test(text) !== false) return true
  if (!isTibetan) return saysNoElse(text)
  const isOfPerson = fact.startsWith('person.')
  return units.every((unit) => COMMON.has(unit) || (isOfPerson && CHILD.has(unit)))
}

/** Whether the words deny what they name: 不是村医, 不在本县, སྨན་པ་མིན. What is denied is no choice of it. */
export function deniesIt(text: string): boolean {
  if (!TIBETAN.test(text)) return DENYING.test(text) && !INSTEAD.test(text)
  return /^(?:.*[^མ])?(?:མིན|མེད|མ(?:རེད|ཡིན|སོང|འགྲོ)|མི(?:འགྲོ|བྱེད))$/u.test(syllables(normalise(text)).join(''))
}

const DENYING = /不(?!知|清|懂|晓|记)|没|未/u
const INSTEAD = /不是[^，。,\s]+[，。,\s]*(?:而)?是/u

// 是呢 is a yes, and asks nothing.
const ASKS = /吗|(\p{Script=Han})不\1|[谁啥咋]|什么|怎么|多少|为何/u
const TIBETAN = /[\u0F40-\u0FBC]/u
const ASKING = new Set(['འམ', 'ཅི', 'གང', 'སུ'])

// What stands after the last 是, up to the next pause.
function saysNoElse(text: string): boolean {
  const [, said = ''] = COMPLEMENT.exec(text.replace(BUT, '，')) ?? []
  return said.replace(FILLING, '').trim() === ''
}

const BUT = /但是|可是|只是|于是/gu
const COMPLEMENT = /是([^是，。,.!！\s]*)(?:[，。,.!！\s][^是]*)?$/u
const FILLING = /[的了啊呀吧呢哦噢嘛么哩咧着对嗯有在算呗滴]+/gu

/** The words of each question: who says them speaks of it. */
const OWN_WORDS: Readonly<Partial<Record<FactName, RegExp>>> = {
  'household.registered': /贫困|建档|立卡|卡户|登记|名单|册|精准|扶贫|脱贫|困难|དབུལ|ཐོ|ཡིག་ཚགས|མིང/u,
  'household.rural': /农|村|乡|牧|城|镇|户口|གྲོང|ཞིང|འབྲོག|སྡེ|ཤང|ཁྲོམ/u,
  'household.village.poor': /贫|穷|困难|重点|村|དབུལ|གྲོང|སྡེ/u,
  'person.finalYear': /毕业|最后|应届|年级|[初高大][一二三四]|今年|明年|མཐའ|མཇུག|མཐར|ཐོན|ལོ/u,
}

const CHILD = new Set(['ཕྲུ', 'གུ', 'བུ', 'མོ', 'བྱིས', 'ཁོ'])

// One's own, now, yes and no.
const COMMON = new Set(
  'ང ངེད ངོ ཁོ ཁོང ཁྱོད རང ཚོ ཚང ཁྱིམ འི ནི ད ལྟ ཡང འདི དེ བདེན པ བ མ མི པོ ཐུག ལ ན ཡིན རེད ཡོད འདུག མིན མེད འགྲིག ཆོག ཐུབ དགོས ལགས གོ ཞུ ཡ ཨ ཨོ འོ དང ཅིག ཞིག གི ཤག བཟོ གཅིག པར ཧ ལེ ཀ'.split(
    ' ',
  ),
)
