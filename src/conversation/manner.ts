import type { Intent, Topic, Understanding } from '../understanding/types.ts'
import { CONFIDENT } from '../understanding/understand.ts'

/** Whether the words ask something, by the marks that questions have in Chinese and Tibetan. */
export function isQuestion(text: string): boolean {
  return QUESTION.test(text)
}

/** Whether the words speak of a whole family: all the children, all together. */
export function meansAll({ said }: Understanding, text: string): boolean {
  if (said.person?.ordinal !== undefined) return false
  return (said.childrenCount ?? 0) > 1 || (ALL.test(text) && !OVER_YEARS.test(text))
}

/** Whether the words point back to whoever was spoken of: 他, 她, 这娃. */
export function pointsBack(text: string): boolean {
  return POINTING.test(text)
}

/** Whether a stage named is where somebody stands, and not where they may go. */
export function tellsOfNow(text: string): boolean {
  return NOW.test(text)
}

/** Whether what is told is of another time, or only thought of: 明年上高中, 考上大学, 高中还是中专划算. */
export function tellsAhead(text: string): boolean {
  return AHEAD.test(text)
}

/** Whether the words ask what something costs or brings. */
export function asksMoney(text: string): boolean {
  return MONEY.test(text)
}

/** Whether the words ask for a sum of several: 一共多少钱, 三个加起来. What comes of years is none. */
export function asksSum(text: string): boolean {
  return SUM.test(text) && isQuestion(text) && !OVER_YEARS.test(text)
}

/** Whether the words name costs that the plan spares nobody: meals, the bus, a bed; books anywhere but at a college. */
export function namesOtherFees(text: string, topic: Topic | null): boolean {
  return OTHER_FEES.test(text) || (BOOKS.test(text) && topic !== 'higher-vocational')
}

/** Whether the words ask of paying a loan back: 借了要还不, 啥时候还. */
export function asksToRepay(text: string): boolean {
  return REPAYING.test(text)
}

/** Whether the words ask what comes of several years together: 四年一共能贷多少. */
export function asksOverYears(text: string): boolean {
  return OVER_YEARS.test(text) && SUM.test(text)
}

/** Whether the words ask for a promise: 是不是一定能录取. */
export function asksPromise(text: string): boolean {
  return PROMISE.test(text)
}

/** Whether the words would have the record count, and nothing that was said against it: 还是按登记吧. */
export function acceptsRecord(text: string): boolean {
  return ACCEPTING.test(text.trim())
}

/** Whether the words ask, in whatever manner, what there is to be had. */
export function asksWhat(text: string): boolean {
  return WHAT.test(text)
}

/** Whether the words ask where, with what or by whom it is applied for: 在哪办, 要拿啥证件, 我能办不. */
export function asksHow(text: string): boolean {
  return HOW.test(text)
}

/** Whether a year named is not the last of its school: 初二, 高一. */
export function notLastYear(text: string): boolean {
  return EARLIER_YEARS.test(text)
}

/** Whether somebody is said to be at a school: 我在兰州上大学, 娃上高三. */
export function saysStudies(text: string): boolean {
  return STUDIES.test(text) && !WISH.test(text) && !AHEAD.test(text)
}

/** Whether the place named is where somebody goes to school, and not where the family is registered. */
export function isSchoolIn(text: string): boolean {
  return SCHOOL_IN.test(text) && !REGISTERED_IN.test(text)
}

/** Whether a number of children is said to be all there are: 我有三个娃, 我家三个娃. */
export function saysHas(text: string): boolean {
  return HAS.test(text)
}

/** Whether the words ask for a day and nothing else: 什么时候, 几号截止. */
export function asksWhen(text: string): boolean {
  return WHEN.test(text.trim())
}

/** Whether a route's question names where it is to lead: 能上大专吗, 想考大学. */
export function namesAim({ stage }: Pick<Understanding, 'stage'>, text: string): boolean {
  if (stage === null || stage === 'not-in-school' || tellsOfNow(text)) return false
  return AIM.test(text) || (BEYOND_ROUTES.has(stage) && !LEAVING.test(text))
}

/** Whether the words would have nothing erased: 不删, 先别删. */
export function keepsData(text: string): boolean {
  return KEEPING.test(text.trim())
}

/** Whether a shared telephone is handed on: 换一户. */
export function wantsAnotherHousehold(text: string): boolean {
  return ANOTHER_HOUSEHOLD.test(text)
}

/** Whether the words are the name of a household, or of its head, and little else: 何玉海家呢. Our own is none. */
export function speaksOfHousehold(text: string): boolean {
  return HOUSEHOLD_NAMED.test(text.trim())
}

/** Whether the words drop what was being asked: 算了, 不问了. */
export function dropsIt(text: string): boolean {
  return DROPPED.test(text)
}

/** Whether the words correct what was understood: 不对，是女儿. A wrong record is another matter. */
export function corrects(text: string): boolean {
  return CORRECTING.test(text) && !RECORD.test(text)
}

/** Whether the words complain of the record itself, so that nobody need ask whether they do. */
export function complains({ confidence }: Understanding, text: string): boolean {
  return confidence === 1 || (confidence >= CERTAIN && COMPLAINT.test(text))
}

/** Whether what was heard is surely what was meant. */
export function isCertain({ confidence }: Understanding): boolean {
  return confidence >= CERTAIN
}

/** Whether it was understood as something of its own, and not as a word of answer. */
export function isClear(heard: Understanding): boolean {
  return isHeard(heard) && !UNCLEAR.has(heard.intent)
}

/** Whether it was understood at all. */
export function isHeard({ confidence }: Understanding): boolean {
  return confidence >= CONFIDENT
}

const UNCLEAR: ReadonlySet<Intent> = new Set(['yes', 'no', 'out-of-scope'])

const CERTAIN = 0.85

const QUESTION =
  /[?？]|[吗呢]|多少|几[个岁年]?能|怎么|咋|为什么|为啥|凭啥|凭什么|什么|啥|(\p{Script=Han})不\1|有没有|[^，。]{2}不[。.!！]*$|了没(?:有)?[。.!！]*$|哪|ག་ཚོད|ཇི་ཙམ|ཇི་ལྟར|ཅི་ཞིག|ཅི་ཟེར|ཅིའི་ཕྱིར|གང་ཡོད|[ངནམརལས]་?ནམ(?=[་།\s]|$)|ངམ(?=[་།\s]|$)|་(?:གམ|དམ|བམ|མམ|འམ|རམ|སམ|ཏམ)[་།\s]*$/u

const ALL =
  /全家|一家人|全部|所有|(?:一共|总共|合起来|加起来)能?(?:免|享受|领|拿|补|给|有?多少|几)|每个(?:娃|孩子)|(?:娃|孩子)(?:们)?都|都(?:有|能|可以)|都是?啥|ཚང་མ|ཡོངས་སུ|བསྡོམས|ཁྱོན་བསྡོམས/u

const OTHER_FEES =
  /伙食|饭钱|饭费|吃饭(?:钱|费)|午餐|营养餐|校车|车费|路费|住宿费|住校费|宿舍费|校服|保险费|资料费|补课|ཟ་མའི|བཟའ་བཏུང|འགྲོ་ཤུགས|རླངས་འཁོར|སྡོད་ཁང|ཉལ་ཁང|གྱོན་ཆས/u

const BOOKS = /书本费|书费|课本费|དཔེ་དེབ་(?:ཀྱི་)?(?:ཡོན|རིན)/u

const REPAYING =
  /(?:要|用|得|需)?(?:不用)?还(?:不还|钱|款|贷|清)?(?:不|吗|么)[?？。]?$|(?:啥|什么)时候(?:要)?还(?:钱|款|清)?[?？。]?$|(?:怎么|咋)还(?:钱|款)?[?？。]?$|(?:ཕྱིར་)?(?:འཇལ|སྤྲོད|ཕྱིར་སློག)་(?:དགོས་སམ|དགོས་པས)|ནམ་(?:ཕྱིར་)?འཇལ/u

const OVER_YEARS =
  /[二两三四五六2-6]个?(?:学?年|年级)(?:一共|总共|加|合|下来)|ལོ་(?:གཉིས|གསུམ|བཞི|ལྔ|[2-6])(?!་?པ)/u

const SUM = /一共|总共|合起来|加起来|བསྡོམས/u

const PROMISE =
  /(?:一定|肯定|保证|保准|百分之百|包)(?:都)?(?:能|会|可以)?(?:录取?|考上|上得了|上|选上|录上)[^，。]{0,4}(?:吗|不|么|[?？])|是不是(?:就)?(?:一定|肯定)(?:能|会)|(?:保证|包)录取|(?:ངེས་པར་(?:དུ་)?|ཁག་ཐེག་)(?:བསྡུ|ཐོབ|ཡོད)[^།]{0,12}(?:འམ|བམ|དམ|ནམ|གམ)[་།\s]*$|ཐོབ་ངེས་(?:ཡིན|རེད)་?(?:ནམ|པས)/u

const ACCEPTING =
  /^(?:那|还是|就|算了|好|行|那就|还是就)*[，,\s]*(?:按|照|听|信|以)(?:着)?(?:你们?的?)?(?:登记|记录|系统|名单|册子)(?:上)?(?:的)?(?:为准|算|来|说|吧|回答|是|就行|就好)*[吧了。.!！\s]*$|^(?:ད་)?ཐོ་(?:ལྟར|གཞིར་བཟུང)(?:་ནས)?་?(?:རྩིས|བརྩི|རྩི|བྱོས|བྱེད)?[་།\s]*$/u

const EARLIER_YEARS = /初[一二]|高[一二](?![点个样])|[七八]年级/u

const POINTING = /[他她](?![们爸妈爷奶爹娘家])|[这那]个?(?:娃|孩子)|ཁོ(?:་|ས|ར|འི)|མོ(?:ས|ར|འི)/u

const NOW = /现在|目前|已经|正在|在读|今年(?:刚)?上|刚上|就读|ད་ལྟ|ད་ལོ/u

const AHEAD =
  /明年|后年|将来|以后|下学期|下半年|打算|准备|考上|考不上|万一|要是|如果|还是.{0,12}(?:划算|好|合适)|སང་ལོ|རྗེས་སུ|མ་འོངས|གལ་ཏེ|གལ་སྲིད/u

const MONEY = /钱|费|免|补助|助学金|领|掏|花多少|多少元|སློབ་ཡོན|དངུལ|ཆག་ཡང|རིན/u

const WHAT = /(?:有|能|领|享受|给)(?:点)?(?:啥|什么|哪些)|ཅི་ཡོད|གང་ཡོད|ཅི་ཐོབ|གང་ཐོབ/u

const HOW =
  /(?:在|去|到|上)哪(?:里|儿|达|搭)?(?:去)?(?:办|领|取|申请|报|交)|(?:找|问)(?:谁|哪个)(?:办|领)?|(?:怎么|咋)(?:样)?(?:办理|办手续|申请|领|报名)|(?:要|得|需)(?:带|拿|交|准备)?(?:啥|什么|哪些)(?:证|材料|手续|东西)|(?:带|拿)(?:啥|什么)(?:证|材料|去)|(?:我|他爷|她爷|爷爷|奶奶|亲戚)(?:能|可以)(?:去|来|替|帮|代)*[他她娃]?办(?:吗|不|行|理)?|代办|(?:གང|ག་པར|གང་དུ)་?(?:ནས)?་?(?:ཞུ|ལེན)་(?:དགོས|རྒྱུ)|ལག་ཁྱེར་གང|རེ་ཞུ་(?:ཇི་ལྟར|གང་འདྲ|ག་འདྲ)|ཉིན་(?:ག་ཚོད|ཇི་ཙམ)་(?:ལུས|ཡོད|འདུག)|^(?:ལས་ཁུངས་ཀྱི་|དེའི་)?ཁ་པར་(?:གྱི་)?(?:ཨང་གྲངས་)?(?:ག་ཚོད|གང|ཅི)་/u

const WISH = /能|可以|想|要|ཐུབ|ཆོག|འདོད/u

const STUDIES =
  /(?:我|他|她|娃|孩子|儿子|女儿|姑娘|老[大二三四小幺]|最小的)[^，。]{0,6}(?:在|上|读|念|是)|^(?:在|读|念|上)|没(?:有)?(?:上|去)幼儿园|སློབ་གྲྭར་ཡོད|ན་སློབ་སྦྱོང་བྱེད|སློབ་མ་(?:ཡིན|རེད)|ལ་འགྲོ་(?:གི|བཞིན)(?:་པ)?་(?:ཡོད|འདུག)|ལ་(?:སོང|ཞུགས)་?(?:བ་)?(?:ཡིན|རེད|ཡོད|འདུག|ཟིན)?[་།\s]*$/u

const WHEN =
  /^(?:那|到底|最晚|最迟)?(?:是)?(?:什么时候|啥时候|几时|多会儿?|何时|哪天|几号|几月)[^，。]{0,6}$|^(?:དེ་)?(?:ནམ|ག་དུས|དུས་ནམ|ཉིན་གང)[^།]{0,30}[།་\s]*$/u

const SCHOOL_IN =
  /(?:在|到|去)[^，。,\s]{2,10}(?:上|念|读|住)(?:学|书|校|小学|初中|高中|中学|幼儿园|中职|中专|职校|技校|大专|大学)|(?:གི|ཀྱི|གྱི|ཡི|འི|ལ|ནས|ན)་སློབ་གྲྭ(?:ར|་ལ)/u

const REGISTERED_IN = /户口|户籍|我家在|我们家在|我们是|我家是|ཐེམ་ཐོ/u

const HAS = /有|家(?:里)?[一二三四五六七八两俩0-9]|ལ་.*ཡོད|ཚང་ལ|(?:ང་ཚོར|ངར|ཁྱིམ་ལ).*(?:ཡོད|མེད|འདུག)/u

const AIM =
  /(?:能|想|要|可以|考|升|转)(?:不能|得上)?(?:上|读|念|进|去|到|考|升)*(?:高中|中专|中职|职高|技校|职校|卫校|大专|专科|高职|大学|本科)/u

// No route of the plan begins there: they are where routes lead.
const BEYOND_ROUTES: ReadonlySet<string> = new Set(['higher-vocational', 'undergraduate', 'postgraduate'])

const LEAVING = /(?:大专|专科|高职|大学|本科)(?:毕业|读完|念完|上完|出来)|སློབ་ཆེན་(?:མཐར་ཕྱིན|ཐོན)/u

const KEEPING = /^(?:我)?(?:先|还是|那)?(?:不|别|不要|不用|不想)(?:要)?删|(?:མི|མ)་(?:སུབ|བསུབ|བསུབས)[་།\s]*$/u

const ANOTHER_HOUSEHOLD =
  /^(?:我?要?换(?:一|个|到)?(?:户|家)|(?:看|问|查)?(?:另外?|别的|那)一?(?:户|家))|ཁྱིམ་ཚང་གཞན/u

const HOUSEHOLD_NAMED =
  /^(?:那|问|看|查)?(?:户主是?)?(?!我|咱|俺|你|他|她|大家|国家|谁|别人|人家|自家|全家)[\p{Script=Han}·]{2,12}(?:家(?:里)?)?(?:的|呢|吗)?[。.?？]?$|^[^།]{2,40}ཚང་?(?:ནི|གི|ག)?[་།\s]*$/u

const DROPPED =
  /^(?:算了|算了吧|那算了|不要了|取消|不问了|不说了|别问了|不用了|没事了?|不想说|བཞག་ཨ|མི་འདྲི|མི་དགོས)[\s。.!！吧了།]*$/u

const CORRECTING = /^(?:错了|不对|不是|搞错|弄错|你错|我说的是|མིན|ནོར་སོང)/u

const RECORD = /登记|名单|档案|记录|信息|系统|ཐོ/u

const COMPLAINT =
  /错|漏|不对|不符|没有?(?:登记|上|报|评|写|算|列|录)|少了|多了|(?:登记|名单|建档|档案|系统|册|表)[^，。]{0,6}(?:没|无|不|只|少)|没有?我|改一?下|更正|ནོར|མིང་|(?<!ཐེམ་)ཐོ(?:་|ར་|འི་)/u
