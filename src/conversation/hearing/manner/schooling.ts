import type { Understanding } from '../../../understanding/types.ts'

/** Whether a stage named is where somebody stands, and not where they may go. */
export function tellsOfNow(text: string): boolean {
  return NOW.test(text)
}

/** Whether what is told is of another time, or only thought of: 明年上高中, 考上大学, 高中还是中专划算. */
export function tellsAhead(text: string): boolean {
  return AHEAD.test(text)
}

/** Whether somebody is said to have moved on to another school: 已经上高中了, 升初中了. */
export function tellsMovedOn(text: string): boolean {
  return MOVED_ON.test(text.trim())
}

/** Whether the words only think of something: 要是在西安上呢. */
export function supposes(text: string): boolean {
  return SUPPOSING.test(text)
}

/** Whether somebody is said to be at a school: 我在兰州上大学, 娃上高三. */
export function saysStudies(text: string): boolean {
  return STUDIES.test(text) && !WISH.test(text) && !AHEAD.test(text)
}

/** Whether the words only say what it is, as who puts right what was said: 其实是中职. */
export function putsRight(text: string): boolean {
  return PUTTING_RIGHT.test(text.trim()) && !WISH.test(text) && !AHEAD.test(text)
}

/** Whether somebody of this name is said to be at a school, whatever is asked beside it: 郭芳上高中能领什么. */
export function tellsSchool(text: string, name: string): boolean {
  const [told = ''] = text.split(BESIDE)
  const words = name === '' ? told : told.replaceAll(name, '娃')
  return saysStudies(words) || tellsOfNow(words)
}

// Where what is told ends, and a question may begin.
const BESIDE = /[，,。；;？?]|能|可以|有没有|有|要|想|།/u

/** Whether the place named is where somebody goes to school, and not where the family is registered. */
export function isSchoolIn(text: string): boolean {
  return SCHOOL_IN.test(text) && !REGISTERED_IN.test(text)
}

/** Whether a place is all that is said: 在兰州. */
export function isPlaceAlone(text: string): boolean {
  return PLACE_ALONE.test(text.trim())
}

/** Whether the words ask for a kindergarten in the village, or say that it has none. */
export function asksOfVillage(text: string): boolean {
  return VILLAGE_KINDERGARTEN.test(text)
}

/** Whether the words ask when something is built: 啥时候建. */
export function asksWhenBuilt(text: string): boolean {
  return WHEN_BUILT.test(text)
}

/** Whether a route's question names where it is to lead: 能上大专吗, 想考大学. */
export function namesAim({ stage }: Pick<Understanding, 'stage'>, text: string): boolean {
  if (stage === null || stage === 'not-in-school' || tellsOfNow(text)) return false
  return AIM.test(text) || (BEYOND_ROUTES.has(stage) && !LEAVING.test(text))
}

const NOW = /现在|目前|已经|正在|在读|今年(?:刚)?上|刚上|就读|ད་ལྟ|ད་ལོ/u

const AHEAD =
  /明年|后年|将来|以后|下学期|下半年|打算|准备|考上|考不上|万一|要是|如果|还是.{0,12}(?:划算|好|合适)|སང་ལོ|རྗེས་སུ|མ་འོངས|གལ་ཏེ|གལ་སྲིད/u

const MOVED_ON =
  /已经|刚(?:上|升|考)|(?:上|读|念|进)了|升(?:到|上|入)|(?:上|读|念|升)[^，。]{1,6}了[。.!！]?$|(?:ཞུགས|སོང|འཕར)་?(?:སོང|ཟིན|པ་ཡིན|པ་རེད)?[་།\s]*$/u

const SUPPOSING = /要是|如果|假如|假设|万一|若是|གལ་ཏེ|གལ་སྲིད|(?:སོང|འགྲོ|སློབ|བསླབས|ཡིན)་ན(?:་|$|[།\s])/u

const WISH = /能|可以|想|要|ཐུབ|ཆོག|འདོད/u

const STUDIES =
  /(?:我|他|她|娃|孩子|儿子|女儿|姑娘|老[大二三四小幺]|最小的)[^，。]{0,6}(?:在|上|读|念|是)|^(?:还|就)?(?:在|读|念|上)|没(?:有)?(?:上|去)幼儿园|སློབ་གྲྭར་ཡོད|ན་སློབ་སྦྱོང་བྱེད|སློབ་མ་(?:ཡིན|རེད)|ལ་འགྲོ་(?:གི|བཞིན)(?:་པ)?་(?:ཡོད|འདུག)|(?:ལ|དུ|ཏུ|རུ|ར)་(?:སོང|ཞུགས)་?(?:བ་)?(?:ཡིན|རེད|ཡོད|འདུག|ཟིན)?[་།\s]*$/u

const PUTTING_RIGHT =
  /^(?:哦|噢|嗯|那个|不对|不是|错了)?[，,。\s]*(?:其实|实际上?|准确(?:地)?说|应该)?(?:他|她|娃|孩子)?(?:应该|就)?是[^，,。]{1,10}$|^[^།]{2,40}(?:ཡིན|རེད)[་།\s]*$/u

const SCHOOL_IN =
  /(?:在|到|去)[^，。,\s]{2,10}(?:上|念|读|住)(?:学|书|校|的?(?:小学|初中|高中|中学|幼儿园|中职|中专|职校|技校|大专|高职|大学)|[呢的了吗]|$)|(?:གི|ཀྱི|གྱི|ཡི|འི|ལ|ནས|ན)་སློབ་གྲྭ(?:ར|་ལ)|(?:ནས|ན|གི|གྱི|ཀྱི)་(?:བྱིས་པའི་གླིང|སློབ་ཆུང|སློབ་འབྲིང|ལས་སློབ|སློབ་ཆེན)(?:ར|་ལ|་དུ)/u

const VILLAGE_KINDERGARTEN =
  /(?:村|队|庄|乡)[^，。]{0,6}(?:没有?|办|建|盖|开|修|有)[^，。]{0,4}幼儿园|幼儿园[^，。]{0,4}(?:办|建|盖|修)到?[^，。]{0,4}村|(?:སྡེ་བ|གྲོང)[^།]{0,12}བྱིས་པའི་གླིང་?(?:མེད|མི་འདུག|འཛུགས|བཙུགས|སྐྲུན|ནམ་འཛུགས)/u

const WHEN_BUILT =
  /(?:啥时候|什么时候|几时|多会儿?|何时|哪年)[^，。]{0,4}(?:建|盖|修|办(?:起|好|成)|开|有)|(?:ནམ|ག་དུས|ལོ་གང)[^།]{0,8}(?:འཛུགས|བཙུགས|སྐྲུན)/u

const PLACE_ALONE =
  /^(?:我?娃娃?|孩子)?(?:是|就|现在)*在[^，。,\s]{2,6}[呢哩]?[。.]?$|^[^།\s]{2,24}(?:ན|ལ|ནས|ར)་(?:ཡོད|རེད|འདུག)[་།\s]*$/u

const REGISTERED_IN = /户口|户籍|我家在|我们家在|我们是|我家是|ཐེམ་ཐོ/u

const AIM =
  /(?:能|想|要|可以|考|升|转)(?:不能|得上)?(?:上|读|念|进|去|到|考|升)*(?:高中|中专|中职|职高|技校|职校|卫校|大专|专科|高职|大学|本科)/u

// No route of the plan begins there: they are where routes lead.
const BEYOND_ROUTES: ReadonlySet<string> = new Set(['higher-vocational', 'undergraduate', 'postgraduate'])

const LEAVING = /(?:大专|专科|高职|大学|本科)(?:毕业|读完|念完|上完|出来)|སློབ་ཆེན་(?:མཐར་ཕྱིན|ཐོན)/u
