/*
 * The words by which a family calls its own: grown-ups, twins, grandchildren, places among the children.
 */

export const SEXES: Readonly<Record<'son' | 'daughter' | 'child', readonly string[]>> = {
  son: ['male', 'unknown'],
  daughter: ['female', 'unknown'],
  child: ['male', 'female', 'unknown'],
}

// 我媳妇, 娃他爸: the words for the grown-ups of a household.
export const ADULTS = [
  {
    words:
      /媳妇|老婆|爱人|妻子|娃他妈|孩子他妈|娃娃他妈|^(?:那)?我(?:妈妈?|母亲|阿妈)(?!说|叫|让|讲)|ངའི་ཨ་མ|ཆུང་མ|སྐྱེ་དམན/u,
    sex: 'female',
  },
  {
    words: /老公|丈夫|男人|娃他爸|孩子他爸|娃娃他爸|^(?:那)?我(?:爸爸?|父亲|阿爸)(?!说|叫|让|讲)|ངའི་ཨ་ཕ|ཁྱོ་ག/u,
    sex: 'male',
  },
] as const

export const STRANGERS =
  /^(?:那|问一下|我想问)?(?:我|他|她|我家|我娃)?(?:的)?(?:同学|同桌|朋友|邻居|邻家|隔壁(?:家)?|别人家)(?!.*(?:我家|我们|咋没|怎么没|为什么我|说|讲|告诉))[^，。]{0,8}(?:家|娃|能|有没有|可以|享受|领|免)|ང(?:འི|་ཚོའི)་(?:གྲོགས་པོ|གྲོགས་མོ|ཁྱིམ་མཚེས|སློབ་གྲོགས)(?![^།]*(?:ཟེར|བཤད))[^།]{0,30}(?:ལ|ར)་/u

// Kin who live elsewhere, unless the register holds one as of this household: 外甥, 表哥家的娃.
export const OTHER_KIN =
  /(?:外甥|侄(?:子|儿|女|娃)|[表堂](?:哥|弟|姐|妹|兄)|亲戚)(?!.*(?:我家|我们|咋没|怎么没|为什么我|说|讲|告诉))|(?:ཉེ་འབྲེལ|གཉེན་ཉེ|གཉེན་ཚན|ཕ་སྤུན|མ་སྤུན)(?![^།]*(?:ཟེར|བཤད))/u

export const TWINS = /双胞胎|双生|双双子|龙凤胎|མཚེ་མ/u

export const BOTH_GRANDCHILDREN = /孙子[^，。]{0,2}孙女|孙女[^，。]{0,2}孙子|ཚ་བོ[^།]{0,6}ཚ་མོ|ཚ་མོ[^།]{0,6}ཚ་བོ/u

export const GRANDCHILDREN = [
  { words: BOTH_GRANDCHILDREN, sexes: SEXES.child },
  { words: /孙女|ཚ་མོ/u, sexes: SEXES.daughter },
  { words: /孙子|ཚ་བོ/u, sexes: SEXES.son },
  {
    words: /孙娃|(?:儿子|后人|女儿|姑娘|闺女|丫头)家?的(?:娃|孩子)|(?:བུ|བུ་མོ)འི་(?:ཕྲུ་གུ|བྱིས་པ)/u,
    sexes: SEXES.child,
  },
]

const NUMERALS = [
  { zh: '[一1]', bo: 'དང་པོ' },
  { zh: '[二2]', bo: 'གཉིས་པ' },
  { zh: '[三3]', bo: 'གསུམ་པ' },
  { zh: '[四4]', bo: 'བཞི་པ' },
  { zh: '[五5]', bo: 'ལྔ་པ' },
  { zh: '[六6]', bo: 'དྲུག་པ' },
  { zh: '[七7]', bo: 'བདུན་པ' },
  { zh: '[八8]', bo: 'བརྒྱད་པ' },
  { zh: '[九9]', bo: 'དགུ་པ' },
] as const

/** The words for each place among children, from the eldest. 老五保 is no child. */
export const PLACE_NUMBERS: readonly RegExp[] = NUMERALS.map(
  ({ zh, bo }, at) =>
    new RegExp(
      `老${zh}(?!保)|第${zh}个?(?:的)?(?:娃|孩子|儿子|后人|女儿|姑娘|丫头|女子)|(?:娃|孩子|儿子|女儿)里?第${zh}个?|(?:${at < 3 ? '' : '^(?:འོ་ན་|དེ་ན་)?|'}(?:ཕྲུ་གུ|བྱིས་པ|བུ|བུ་མོ)་)${bo}(?:[་།\\s]|ར|འི|$)`,
      'u',
    ),
)

export const ORDINALS = [
  { words: /老大|(?:^|ཕྲུ་གུ་|བྱིས་པ་|།\s*)ཆེ་བ(?:་|ར|འི)/u, place: 0 },
  ...NUMERALS.slice(1).map(({ zh, bo }, at) => ({
    words: new RegExp(`老${zh}(?!保)|(?:^|ཕྲུ་གུ་|བྱིས་པ་|།\\s*)${bo}(?:་|ར|འི)`, 'u'),
    place: at + 1,
  })),
  { words: /老幺|最小的|(?:^|ཕྲུ་གུ་|བྱིས་པ་|།\s*)ཆུང་བ(?:་|ར|འི)/u, place: -1 },
]

export const PLACES = [
  { words: /^(?:ཕྲུ་གུ་|བྱིས་པ་)?གཉིས་པ(?:་|ར|འི|$)/u, place: 2 },
  { words: /^(?:ཕྲུ་གུ་|བྱིས་པ་)?གསུམ་པ(?:་|ར|འི|$)/u, place: 3 },
  { words: /(?:最|顶)大的|大的(?:那|这)?个|大的呢|大娃|ཆེ་བ(?:་|ར|འི|$)|ཆེ་ཤོས/u, place: 1 },
  {
    words: /(?:最|顶|碎)小的|小的(?:那|这)?个|小的呢|碎的|碎娃|小娃|老幺|老小|ཆུང་བ(?:་|ར|འི|$)|ཆུང་ཤོས/u,
    place: -1,
  },
  { words: /中间的|当中的|བར་མ/u, place: 'middle' },
] as const

export const CHILD = /娃|孩子|ཕྲུ་གུ|བྱིས་པ(?!འི་གླིང)/u

export const CHILDLESS = /(?:没有?|无)(?:个|上学的|小)?(?:娃|孩子)|(?:ཕྲུ་གུ|བྱིས་པ)(?:་ཡང|འང)?་(?:མེད|མི་འདུག)/u

export const THAT_ONE = /的(?:那|这)(?:个|位|娃)|的(?:娃|孩子|儿子|女儿|姑娘)|དེ(?:་|ར|འི|$)|ཕྲུ་གུ|བྱིས་པ/u

export const SEVERAL =
  /都|们|[两俩2二三3]个?(?:儿子|女儿|孙|后人|丫头|姑娘)|[两俩]个|གཉིས(?!་པ)|གསུམ(?!་པ)|(?<!ང་|གྲོང་)ཚོ(?:[་།\s]|ས|འི|ར|$)|ཚང་མ/u
