/** A word of the plan that a parent may not know. */
export type Term =
  | 'registered'
  | 'care-fee'
  | 'plan-counties'
  | 'nine-plus-three'
  | 'leavers'
  | 'separate-test'
  | 'direct-admission'
  | 'interest'
  | 'origin'
  | 'work-study'
  | 'special-plan'
  | 'directed'

/** Of which word of the plan the meaning is asked: 建档立卡户是啥, 什么叫两后生. Null for none. */
export function termAsked(text: string): Term | null {
  if (!MEANING.test(text.trim()) || OF_ANOTHER.test(text)) return null
  return WORDS.find(({ words }) => words.test(text))?.term ?? null
}

const MEANING =
  /(?:是|叫|指)(?:个)?(?:啥|什么|甚)(?:意思|东西|人|县)?[呢啊呀]?[?？。]?$|(?:啥|什么)意思|(?:啥|什么)(?:叫|是)|不懂|(?:ཅི|གང|ག་རེ)་(?:ཞིག་)?(?:ཡིན|རེད|ཟེར)|(?:དོན|གོ་དོན)(?:་དག)?་(?:ཅི|གང|ག་རེ)/u

// 推荐的条件是什么 asks for no meaning.
const OF_ANOTHER =
  /条件|要求|材料|手续|证件|时间|日期|电话|地方|流程|步骤|好处|补助|比例|标准|ཆ་རྐྱེན|ཡིག་ཆ|དུས་ཚོད|ཁ་པར|ཁེ་ཕན|རོགས་དངུལ/u

const WORDS: readonly { readonly term: Term; readonly words: RegExp }[] = [
  { term: 'registered', words: /建档|立卡|ཡིག་ཚགས་(?:འཛུགས|བཙུགས)/u },
  { term: 'care-fee', words: /保教费|བྱིས་གསོའི་འགྲོ་གྲོན/u },
  { term: 'plan-counties', words: /计划(?:内|里)的?县|འཆར་གཞིའི་ནང་གི་རྫོང/u },
  { term: 'nine-plus-three', words: /9\s*[+＋加]\s*3|九加三/u },
  { term: 'leavers', words: /两后生|སློབ་ཐོན་གཞོན་ནུ/u },
  { term: 'separate-test', words: /单独(?:测试|划线|录取)|单招|ལོགས་སུ་ལེན་པའི་རྒྱུགས/u },
  { term: 'direct-admission', words: /推荐|直升|འོས་སྦྱོར/u },
  { term: 'interest', words: /贴息|སྐྱེད་ཀ/u },
  { term: 'origin', words: /生源地|ཕ་ཡུལ་གྱི་(?:སློབ་སྦྱོང་)?དངུལ་བུན/u },
  { term: 'work-study', words: /勤工俭学|སློབ་སྦྱོང་ཞོར/u },
  { term: 'special-plan', words: /专项|ཆེད་དམིགས་འཆར་གཞི/u },
  { term: 'directed', words: /定向|དམིགས་གསོ/u },
]
