import type { Intent, Understanding } from '../../understanding/types.ts'
import { isCertain } from './manner/heard.ts'
import { isQuestion } from './manner/questions.ts'
import type { Session } from '../session/session.ts'

/** Whether the words ask who reads what is written here. */
export function asksWhoSees(text: string): boolean {
  return WHO_SEES.test(text)
}

/** Whether the words say that what was settled is not: 没解决. */
export function isUnsettled(text: string): boolean {
  return UNSETTLED.test(text) && !ASKS_BACK.test(text)
}

/** Whether the words are of how another household stands, or of what it got. */
export function speaksOfOthers(text: string): boolean {
  return (OF_OTHERS.test(text.trim()) && !OF_US.test(text)) || OTHERS_ALONE.test(text.trim())
}

/** Whether the words name aid of which a plan for education says nothing. */
export function namesOtherAid(text: string): boolean {
  return OTHER_AID.test(text)
}

/** Whether they name aid that no school of the plan brings: a scholarship for marks, a boarder's living aid, pay for practice. */
export function namesNoAidOfPlan(text: string): boolean {
  return NO_AID_OF_PLAN.test(text)
}

/** Whether the words wish for what was decided to be looked at once more: 请复核一下. */
export function wishesReview(text: string): boolean {
  return REVIEW.test(text) && !NO_REVIEW.test(text)
}

/** What the words complain of that an office did: to have refused, or to have paid too little or late; null for neither. */
export function complaintIn(
  heard: Understanding,
  text: string,
  about: Session['about'],
): 'refused' | 'late' | null {
  // Beside what was paid, a smaller sum than was due is one, even where it is asked why: 怎么才六百.
  if (about === 'status' && PAID_ONLY.test(text)) return 'late'
  if (isQuestion(text) || (isCertain(heard) && !OF_MONEY.has(heard.intent))) return null
  if ((about === null && !IN_SCHOOLING.test(text)) || OTHER_MONEY.test(text) || MISUSED.test(text))
    return null
  if (PAID_LITTLE.test(text)) return 'late'
  return REFUSED.test(text) ? 'refused' : null
}

const WHO_SEES =
  /(?:谁|哪个|哪些人|什么人|别人|村里|学校|老师|外人)[^，。]{0,6}(?:看得?到|看得?见|能看|会看|知道我(?:写|说|问|发)|晓得我)|会不会(?:泄露|让人知道|告诉别人)|保密[吗么不]|(?:སུས|མི་གཞན་གྱིས|གཞན་གྱིས)[^།]{0,40}(?:མཐོང|ལྟ་ཐུབ|ཀློག་ཐུབ|ཤེས་ཐུབ)|གསང་བ་(?:སྲུང|ཡིན)/u

const UNSETTLED =
  /(?:没有?|未|不)(?:给)?(?:解决|办好|处理好?|办成|弄好|改过来)|(?:还是|依然)(?:不对|错|没)|(?:དོན་(?:དག་)?མ་འགྲུབ|ཐག་མ་ཆོད|ཐག་གཅོད་(?:མ་བྱུང|བྱུང་མེད)|ད་དུང་ནོར)/u

const ASKS_BACK = /[?？吗]|ངམ|སམ|དམ|ནམ(?=[་།\s]|$)/u

const OF_OTHERS =
  /(?:邻居|隔壁|别人|人家|他们|她们|[\p{Script=Han}]{1,4}家)[^，。]{0,8}(?:(?:是不是|算不算|是|算)[^，。]{0,4}(?:建档立卡|贫困户|低保)|(?:享受|拿|领|得)(?:了|到|过)(?:啥|什么|多少|哪些|几))|^[\p{Script=Han}·]{2,4}(?:是不是|是|算不算)(?:建档立卡户?|贫困户)(?:吗|不|么)?[?？]?$|(?:ཁྱིམ་མཚེས|ཁྱིམ་ཚང་གཞན|མི་གཞན)[^།]{0,40}(?:དབུལ་པོ|ཐོབ)[^།]{0,16}(?:ནམ|དམ|བམ|སམ|རེད)/u

// 那我邻居家的呢, after one's own.
const OTHERS_ALONE =
  /^(?:那)?(?:我们?|俺们?|咱们?)?家?的?(?:邻居|邻家|隔壁|别人|人家)家?(?:里|的)?(?:娃娃?|孩子)?(?:呢|咋样|怎么样|有吗|有没有)[?？。]?$|^(?:ང(?:འི|་ཚོའི)་)?(?:ཁྱིམ་མཚེས|མི་གཞན)(?:་ཚང)?(?:་ནི|་ལ་ནི|་ལ་ཡོད་དམ|་ལ་ཐོབ་བམ)[་།\s]*$/u

// A rule is asked about, or oneself.
const OF_US = /我|俺|咱|自家|全家|大家|国家|谁|什么|脱贫户|低保户|监测户|(?:^|[་།\s])ང(?:་|འི|ས|ེད)/u

const OTHER_AID =
  /(?:孤儿|低保|残疾人?|事实无人抚养)(?:的)?(?:补助|补贴|救助|生活费|金|钱)|(?:དྭ་ཕྲུག|དབང་པོ་སྐྱོན་ཅན|དམའ་མཐའི་འཚོ་བ)[^།]{0,10}(?:རོགས་དངུལ|ཁ་གསབ|དངུལ)/u

const NO_AID_OF_PLAN =
  /奖学金|(?:住校|寄宿)(?:生)?[^，。]{0,4}(?:补助|补贴)|(?:交通|营养餐?|伙食)(?:补助|补贴)|实习[^，。]{0,6}(?:钱|工资|补助|补贴|报酬)|(?:单亲|离异|独生子女|二胎|三胎)[^，。]{0,6}(?:补助|补贴|优惠|政策|照顾)|སློབ་(?:ཡོན་|སྦྱོང་)བྱ་དགའ|བྱ་དགའི་(?:སློབ་ཡོན|དངུལ)|(?:སྡོད་སློབ|སློབ་གྲྭར་སྡོད)[^།]{0,16}(?:རོགས་དངུལ|ཁ་གསབ)|(?:འགྲིམ་འགྲུལ|ཟ་མའི)་[^།]{0,6}(?:རོགས་དངུལ|ཁ་གསབ)|(?:ལག་ལེན|དངོས་སྦྱོང)[^།]{0,16}(?:དངུལ|གླ)|ཕ་མ་རྐྱང་པ[^།]{0,12}(?:རོགས|ཁ་གསབ|ཁེ་ཕན)/u

const NO_REVIEW = /(?:不|别|甭)[^，。]{0,3}(?:复|核|再?查|再?审)|བསྐྱར་(?:དུ་)?ཞིབ་མི་དགོས/u

const REVIEW =
  /申诉|复议|复核|复查|复审|核实|核查|重新?审|再(?:审|查|核)|请[^，。]{0,6}(?:查|审|核)|བསྐྱར་(?:དུ་)?ཞིབ|ཞིབ་བཤེར་(?:བྱེད|གནང)/u

const OF_MONEY: ReadonlySet<Intent> = new Set([
  'ask-status',
  'ask-programme',
  'ask-benefits',
  'ask-why',
  'ask-how',
  'report-missing',
  'report-misuse',
])

const IN_SCHOOLING =
  /学|幼儿园|保教费|助学金|补助|补贴|贷款|雨露|中职|高职|大专|娃|孩子|申请|སློབ|ཕྲུ་གུ|བྱིས་པ|རོགས་དངུལ|དངུལ་བུན|ཡོན|རེ་ཞུ/u

// Who says that somebody took it reports that somebody.
const MISUSED = /举报|冒领|代领|套取|骗|克扣|扣了|贪|挪用|吞|私分|回扣|作假|假冒|自己用|བཟས|རྐུ|མགོ་སྐོར|ཧམ|ཞུ་གཏུག/u

const OTHER_MONEY = /工资|工钱|老板|包工头|抚养费|གླ་ཆ/u

const PAID_LITTLE =
  /[少短](?:发|给|领|拿|免|打|补)|[发给领拿免打补]得?太?(?:少|短|不够|不足)|[发给打]得?太?[晚迟慢]|拖[了着到欠]|迟迟|དངུལ་(?:ཉུང་དྲགས|མི་འདང|མ་འདང|འཕྱི)|ཉུང་དྲགས|འགྱངས/u

const PAID_ONLY =
  /(?:怎么|咋|为啥|为什么)?(?:才|只)(?:有|给|发|到|收到|打)?[了过]?[0-9一二两三四五六七八九十百千]{1,6}(?:块|元)?|[少差短缺]了?[0-9一二两三四五六七八九十百千]{1,6}(?:块|元)?/u

const REFUSED =
  /(?:不给|不肯|不让|不准|不许|拒绝)(?:我们?|俺|咱|我家|娃|孩子)?(?:办|免|报|批|减|贷|享受|申请|给)|(?<!批)(?:没有?|不|未)(?:给)?批(?:准|下来)?|被(?:退|拒|刷)|(?:申请|材料)[^，。]{0,6}(?:退|不收|没过|没通过)|ཁས་མ་(?:བླངས|ལེན)|ཁས་མི་ལེན|ངོས་ལེན་(?:མ་བྱས|མི་བྱེད)|ཆོག་མཆན་མ་(?:སྤྲད|ཐོབ)|ཕྱིར་བསློགས/u
