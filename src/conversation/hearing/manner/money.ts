import type { Topic } from '../../../understanding/types.ts'
import { isQuestion } from './questions.ts'

/** Whether the words ask what something costs or brings. */
export function asksMoney(text: string): boolean {
  return MONEY.test(text)
}

/** What a sum is asked of: what several get in a year, or what comes of several years. */
export type SumAsked = 'year' | 'years' | null

/**
 * How a question is put: of a sum that a family is to pay (`cost`) or gets (`sum`), of what there is (`what`) or
 * still is (`remains`), whether there is anything; or (`nothing`) something is only told: 他妈走了. An answer begins as its question was put.
 */
type AskedAs = 'cost' | 'sum' | 'what' | 'remains' | 'whether' | 'nothing'

/** What is asked of money: which sum, in which manner, and of what that is named: a grant, or fees. */
export type MoneyAsked = {
  readonly sum: SumAsked
  readonly as: AskedAs
  readonly named: 'grant' | 'waiver' | null
}

/** What the words ask of money. */
export function moneyAsked(text: string): MoneyAsked {
  return { sum: sumAsked(text), as: askedAs(text), named: moneyNamed(text) }
}

// Where both are named, neither comes first.
function moneyNamed(text: string): MoneyAsked['named'] {
  if (namesGrant(text)) return WAIVED.test(text) ? null : 'grant'
  return WAIVED.test(text) && !LENT.test(text) ? 'waiver' : null
}

function askedAs(text: string): AskedAs {
  if (asksCost(text)) return 'cost'
  if (WHETHER.test(text.trim())) return 'whether'
  if (HOW_MUCH.test(text) || sumAsked(text) !== null) return 'sum'
  if (!WHAT.test(text)) return 'nothing'
  return REMAINING.test(text) ? 'remains' : 'what'
}

/** Whether the words name a grant for pupils: 助学金, སློབ་སྦྱོང་རོགས་དངུལ. */
export function namesGrant(text: string): boolean {
  return GRANT.test(text)
}

/** Whether they name the grant by its own name, and not aid of any kind. */
export function namesSchoolGrant(text: string): boolean {
  return SCHOOL_GRANT.test(text)
}

/** Whether some money is all the words name, and nothing is said of it: 我女儿的助学金. */
export function namesMoneyAlone(text: string): boolean {
  return MONEY_ALONE.test(text.trim())
}

/** Whether the words ask what is to be paid: 幼儿园收费不, 要交多少, དངུལ་སྤྲོད་དགོས་སམ. */
function asksCost(text: string): boolean {
  return COST.test(text) && isQuestion(text)
}

/** Which sum the words ask for: 一共多少钱, 三个加起来 of a year, 三年一共能领多少 of years. */
export function sumAsked(text: string): SumAsked {
  if (asksOverYears(text)) return 'years'
  return SUM.test(text) && isQuestion(text) && !namesYears(text) ? 'year' : null
}

/** Whether the words ask what comes of several years together: 四年一共能贷多少. */
export function asksOverYears(text: string): boolean {
  return (namesYears(text) && SUM_OF_YEARS.test(text)) || asksYearsAlone(text)
}

/** Whether some years are all the words speak of: 四年呢. */
export function asksYearsAlone(text: string): boolean {
  return YEARS_ALONE.test(text.trim())
}

/** Whether the words ask of paying a loan back: 借了要还不, 啥时候还. */
export function asksToRepay(text: string): boolean {
  return PAYING_BACK.test(text) || PAYING.test(text)
}

/** Whether they say so by themselves: དངུལ་སྤྲོད་དགོས་སམ of a school asks what it costs. */
export function asksToPayBack(text: string): boolean {
  return PAYING_BACK.test(text)
}

/** Whether the words ask for the day on which money comes: 什么时候发, ནམ་སྤྲོད. */
export function asksPayday(text: string): boolean {
  return PAYDAY.test(text)
}

/** Whether somebody says that money has not come: 没收到, 卡上没有, དངུལ་འབྱོར་མ་བྱུང. */
export function saysUnreceived(text: string): boolean {
  return UNRECEIVED.test(text)
}

/** Whether the words name costs that the plan spares nobody: meals, the bus, a bed; books anywhere but at a college. */
export function namesOtherFees(text: string, topic: Topic | null): boolean {
  return OTHER_FEES.test(text) || (BOOKS.test(text) && topic !== 'higher-vocational')
}

/** Whether the words name a cost that any school may have: they tell by themselves of none. */
export function namesFees(text: string): boolean {
  return OTHER_FEES.test(text) || BOOKS.test(text)
}

/** Whether the words speak of several years together. */
export function namesYears(text: string): boolean {
  return OVER_YEARS.test(text)
}

const SCHOOL_GRANT = /助学金|སློབ་(?:སྦྱོང|གསོ|མ|གྲྭ|ཡོན)?(?:འི|ར)?་?(?:གི་|གྱི་)?རོགས་(?:དངུལ|རམ)/u

const GRANT = new RegExp(`补[助贴]|${SCHOOL_GRANT.source}`, 'u')

const WAIVED = /学费|书本?费|保教费|སློབ་ཡོན|བྱིས་གསོའི་འགྲོ་གྲོན/u

const LENT = /贷|དངུལ་བུན/u

const MONEY_ALONE =
  /^(?:[^，。,.!！？?\s]{1,8}的)?(?:助学金|补[助贴]|学费|生活费|钱)[呢]?[。.?？]?$|^(?:[^།\s]{1,24}(?:འི|གི|གྱི|ཀྱི)་?)?(?:སློབ་(?:སྦྱོང|གསོའི)?་?རོགས་དངུལ|རོགས་དངུལ|སློབ་ཡོན|དངུལ)(?:་ནི)?[་།\s]*$/u

const COST =
  /(?:要|得|用|需)(?:不要|不用|不得)?[^，。]{0,3}(?:交|掏|出|花|缴|付)(?:[^，。]{0,5}(?:钱|费|款|多少|[吗不么嘛]|[?？])|$)|收(?:不收)?(?:费|钱|多少)|(?:收|要)不(?:收|要)(?:钱|费)|要钱[吗不么嘛?？]|要多少(?:钱|费)|(?:(?<!རོགས་|རོགས་སྐྱོར་|རམ་)དངུལ|གོར་མོ|སྒོར་མོ|རིན་པ?|ཡོན|འགྲོ་གྲོན)[^།]{0,16}(?:དགོས|སྤྲོད|འཇལ|སྤྲད|ལེན)/u

// 能免吗，免多少 asks first whether.
const WHETHER =
  /(\p{Script=Han})不\1|有没有|[吗嘛]|(?<![什怎多那这])么|[^，。啥]不[?？。]?$|(?:^|[་།])(?:གམ|ངམ|དམ|ནམ|བམ|མམ|འམ|རམ|ལམ|སམ|ཏམ|པས)(?=[་།\s?？]|$)|[གངདནབམའརལས]་?(?:ནམ|པས)(?=[་།\s?？]|$)/u

const HOW_MUCH = /多少|几(?:块|元|百|千|万)|多大数|ག་ཚོད|ཇི་ཙམ|ཅི་ཙམ/u

const WHAT = /什么|啥|哪些|哪几|ཅི་|གང་|ཅི$|གང$/u

const REMAINING = /还(?:能|有|可以|剩)|剩下|脱贫|ད་དུང|དབུལ་སྒྲོལ/u

const PAYDAY =
  /(?:什么时候|啥时候|几时|多会儿?|何时|哪天|几号|几月)[^，。]{0,6}(?:发|到|给|打|下来|领|拿)|(?:多久|多长时间)[^，。]{0,4}(?:到账|发|下来|拿到)|(?:ནམ|ག་དུས|དུས་ནམ)་[^།]{0,12}(?:སྤྲོད|འབྱོར|ཐོབ|སྟེར)/u

const UNRECEIVED =
  /(?:没有?|未|还没)(?:收到|到账|拿到|领到|见到)|(?:根本|压根|就)没(?:有)?(?:发|给|打)|卡上(?:没有?|啥也没)(?!.*吗)|(?:འབྱོར|ཐོབ|རག)་མ་(?:བྱུང|སོང)|(?:^|[་།\s])མ་(?:འབྱོར|རག)(?!་ན)/u

const OTHER_FEES =
  /伙食|饭钱|饭费|吃饭(?:钱|费)|午餐|营养餐|校车|车费|路费|住宿费|住校费|宿舍费|校服|保险费|资料费|补课|ཟ་མའི|བཟའ་བཏུང|འགྲོ་ཤུགས|རླངས་འཁོར|སྡོད་ཁང|ཉལ་ཁང|གྱོན་ཆས/u

const BOOKS = /书本费|书费|课本费|དཔེ་དེབ་(?:ཀྱི་)?(?:ཡོན|རིན)/u

const PAYING_BACK =
  /(?:要|用|得|需)?(?:不用)?还(?:不还|钱|款|贷|清)?(?:不|吗|么)[?？。]?$|(?:啥|什么)时候(?:要)?还(?:钱|款|清)?[?？。]?$|(?:怎么|咋)还(?:钱|款)?[?？。]?$|ཕྱིར་(?:འཇལ|སྤྲོད|སློག)་(?:དགོས་སམ|དགོས་པས)|ནམ་ཕྱིར་འཇལ/u

const PAYING =
  /(?:འཇལ|སྤྲོད)་(?:དགོས་སམ|དགོས་པས)|(?:ནམ|ནམ་ཞིག|ག་དུས|དུས་ནམ)་?(?:ལ|གི་ཚེ)?་(?:འཇལ|སྤྲོད|སློག)(?:་དགོས|[་།\s]*$)/u

const OVER_YEARS =
  /[二两三四五六2-6]个?(?:学?年|年级)(?:里|读完|念完|上完)?(?:一共|总共|加|合|下来|是不是|就是)|(?:读|念|上)[满完]?[二两三四五六2-6]年[^，。]{0,4}(?:能|一共|总共)|ལོ་(?:གཉིས|གསུམ|བཞི|ལྔ|[2-6])(?!་?པ)/u

// 四年呢: by itself, after what a year brings.
const YEARS_ALONE =
  /^(?:那|那么|要是)*(?:读|念|上|贷)?(?:满|完)?[二两三四五六2-6]年(?:下来)?的?(?:呢|多少)[?？。]?$|^(?:འོ་ན་|དེ་ན་)?ལོ་(?:གཉིས|གསུམ|བཞི|ལྔ|[2-6])(?:་ལ|ར|འི)?་?(?:ནི|ན)[་།\s]*$/u

const SUM = /一共|总共|合起来|加起来|བསྡོམས/u

const SUM_OF_YEARS = /一共|总共|合起来|加起来|下来|是不是|就是|能(?:领|拿|免|得)多少|བསྡོམས/u

const MONEY = /钱|费|免|补助|助学金|领|掏|花多少|多少元|སློབ་ཡོན|དངུལ|ཆག་ཡང|རིན/u
