import type { Understanding } from '../../../understanding/types.ts'
import { namesYears } from './money.ts'

/** Whether the words speak of a whole family: all the children, all together. */
export function meansAll({ said }: Understanding, text: string): boolean {
  if (said.person?.ordinal !== undefined) return false
  return (said.childrenCount ?? 0) > 1 || (ALL.test(text) && !namesYears(text)) || wantsMore(text)
}

// 还有啥能领: of whomever, unless it is said of whom.
function wantsMore(text: string): boolean {
  return MORE.test(text) && !pointsBack(text)
}

/** Whether the words point back to whoever was spoken of: 他, 她, 这娃. */
export function pointsBack(text: string): boolean {
  return POINTING.test(text)
}

/** Whether a number of children is said to be all there are: 我有三个娃, 我家三个娃. */
export function saysHas(text: string): boolean {
  return HAS.test(text)
}

/** Whether a shared telephone is handed on: 换一户. */
export function wantsAnotherHousehold(text: string): boolean {
  return ANOTHER_HOUSEHOLD.test(text)
}

/** Whether the words are the name of a household, or of its head, and little else: 何玉海家呢. Our own is none. */
export function speaksOfHousehold(text: string): boolean {
  return HOUSEHOLD_NAMED.test(text.trim())
}

/** Whether the words turn from one household to another by its name: 那何玉海家呢. */
export function turnsToHousehold(text: string): boolean {
  return TURNING.test(text.trim())
}

const ALL =
  /全家|一家人|全部|所有|(?:一共|总共|合起来|加起来)能?(?:免|享受|领|拿|补|给|有?多少|几)|每个(?:娃|孩子)|(?:娃|孩子)(?:们)?都|都(?:有|能|可以)|都是?啥|ཚང་མ|ཡོངས་སུ|བསྡོམས|ཁྱོན་བསྡོམས/u

const MORE =
  /还(?:有|能)(?:啥|什么|哪些|别的)[^，。]{0,3}(?:领|享受|拿|补助|得|免)|还能(?:领|享受|拿|得)(?:啥|什么|哪些)/u

const POINTING = /[他她](?![们爸妈爷奶爹娘家])|[这那]个?(?:娃|孩子)|ཁོ(?:་|ས|ར|འི)|མོ(?:ས|ར|འི)/u

const HAS = /有|家(?:里)?[一二三四五六七八两俩0-9]|ལ་.*ཡོད|ཚང་ལ|(?:ང་ཚོར|ངར|ཁྱིམ་ལ).*(?:ཡོད|མེད|འདུག)/u

const ANOTHER_HOUSEHOLD =
  /^(?:我?要?换(?:一|个|到)?(?:户|家)|(?:看|问|查)?(?:另外?|别的|那)一?(?:户|家))|ཁྱིམ་ཚང་གཞན/u

const TURNING =
  /^那(?!我|咱|俺|你|他|她|人|自|全|大|国|农|贫|牧|低|建|一|两)[\p{Script=Han}·]{2,4}家(?:里)?(?:的|呢|吗|能|有)[^，。]{0,6}$|^(?:འོ་ན་|དེ་ན་)?(?!ང|ཁྱེད|ཁྱོད|ཁོ|མོ་|མི་|དབུལ|ཁྱིམ)[^།]{2,24}[་\s]ཚང་?(?:ལ་)?ནི[་།\s]*$/u

const HOUSEHOLD_NAMED =
  /^(?:那|问|看|查)?(?:户主是?)?(?!我|咱|俺|你|他|她|大家|国家|谁|别人|人家|自家|全家)[\p{Script=Han}·]{2,12}(?:家(?:里)?)?(?:的|呢|吗)?[。.?？]?$|^[^།]{2,40}ཚང་?(?:ནི|གི|ག)?[་།\s]*$/u
