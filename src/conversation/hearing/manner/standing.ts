/** Whether the words ask how one's own household stands on the register. */
export function asksStanding(text: string): boolean {
  return STANDING_ASKED.test(text)
}

/** Whether the words ask since when, or as what, one's own household stands so: 我家啥时候脱贫的, 我家是什么户. */
export function asksStandingSince(text: string): boolean {
  return SINCE_ASKED.test(text)
}

/** What is asked beside how the household stands: 我家还算不算贫困户，能贷多少 asks 能贷多少. Null where nothing is. */
export function besideStanding(text: string): string | null {
  if (!asksStanding(text)) return null
  const rest = text
    .split(/(?<=[，。,；;？?]|།\s*)/u)
    .filter((part) => !asksStanding(part))
    .join('')
    .trim()
  return /\p{L}.*\p{L}/u.test(rest) ? rest : null
}

/**
 * Whether a household says that it is on the register: its own standing, and now, whatever was and whatever others are.
 * `heard`: what the words alone tell; where they tell nothing, who was lifted out says no.
 */
export function standingTold(text: string, heard: boolean | undefined): boolean | undefined {
  if (NO_MORE.test(text)) return false
  if (NOW_ONE.test(text)) return true
  return besideOthers(text) ?? heard ?? lifted(text)
}

// 我哥家是，我家不是.
function besideOthers(text: string): boolean | undefined {
  const [, zh, bo] = OWN_BESIDE_OTHERS.exec(text) ?? []
  const own = zh ?? bo
  return own === undefined ? undefined : !NOT.test(own)
}

function lifted(text: string): boolean | undefined {
  if (NOT_LIFTED.test(text)) return true
  return LIFTED.test(text) ? false : undefined
}

// 是不是贫困户才能贷款 asks of a rule, and not of oneself.
const STANDING_ASKED =
  /(?:我们?家?|咱们?家?|俺们?家?|家里|户上)[^，。,？?]{0,6}(?:算不算|是不是|在不在|还(?:算|是|在)?不)[^，。,？?]{0,6}(?:建档立卡|贫困户|名单|册)(?![^，。,？?]{0,3}[才都])|(?:我们?家?|咱们?家?|俺们?家?|家里|户上)[^，。,？?]{0,4}(?:算|是|在)[^，。,？?]{0,4}(?:建档立卡户?|贫困户|名单(?:上|里)?|册子?上?)(?:吗|不|么)(?=[，。,？?\s]|$)|(?:ང་ཚང|ང་ཚོ|ངའི་ཁྱིམ|ང་ཚོའི་ཁྱིམ)[^།]{0,40}དབུལ་པོའི་ཁྱིམ་ཚང་?[^།]{0,12}(?:ཡིན་ནམ|རེད་དམ|ཡིན་པས|རེད་པས|བརྩི་འམ|རྩི་འམ)/u

const SINCE_ASKED =
  /(?:我们?家?|咱们?家?|俺们?家?|家里)[^，。,？?]{0,4}(?:啥时候|什么时候|哪(?:一)?年|几几?年|多会儿?|何时)[^，。,？?]{0,4}(?:脱(?:了)?(?:的)?贫|摘(?:的)?帽|(?:评|纳|列|定|识别|认定|登记)[^，。]{0,4}(?:贫困户|建档|上))|(?:我们?家?|咱们?家?|俺们?家?)(?:现在)?(?:是|算|属于)(?:个)?(?:什么|啥|哪种)(?:样的)?户|(?:ང་ཚང|ང་ཚོ|ངའི་ཁྱིམ)[^།]{0,24}(?:ནམ|ག་དུས|ལོ་གང|དུས་ནམ)[^།]{0,12}དབུལ་(?:སྒྲོལ|བསྒྲལ|པོ)/u

const NO_MORE =
  /(?:以前|原来|原先|过去|早先|前几年|那几年)[^。？?]{0,14}(?:贫困户|建档立卡|建档户)[^。？?]{0,10}(?:不是|不算|取消|退出)|སྔོན[^།]{0,30}དབུལ་པོ[^།]{0,24}།?\s*[^།]{0,12}ད་ལྟ[^།]{0,12}(?:མིན|མ་རེད|མ་ཡིན)/u

const NOW_ONE =
  /(?:以前|原来|原先|过去|早先|前几年)(?:还|都|也)?不(?:是|算)[^。？?]{0,6}(?:贫困户|建档立卡户?|建档户)[，,\s]*(?:但|可|后来)?(?:今年|去年|现在|后来|如今)[^。？?不没]{0,6}(?:是|纳入|进了|评上|评成)|སྔོན[^།]{0,30}དབུལ་པོ[^།]{0,20}(?:མིན|མ་རེད|མ་ཡིན)།?\s*[^།]{0,12}ད་ལྟ[^།མ]{0,12}(?:ཡིན|རེད)/u

const OWN_BESIDE_OTHERS =
  /(?:\p{Script=Han}家|邻居|隔壁|别人|人家)[^。？?]{0,4}(?:不是|是)[^。？?]{0,8}(?:贫困户|建档立卡户?|建档户)[，,\s]*(?:但|可|就)?是?(?:我|俺|咱)们?家(?:却|就|也)?(是|不是|没有|不算)|(?:ཁྱིམ་མཚེས|ཚང|མི་གཞན)[^།]{0,30}དབུལ་པོ[^།]{0,24}།\s*ང་(?:ཚང|ཚོ)[^།]{0,8}(ཡིན|རེད|མིན|མ་རེད|མ་ཡིན)/u

const NOT = /不|没|མ/u

const NOT_LIFTED =
  /(?:没|没有|还没|尚未|未)(?:有)?脱(?:了)?贫|还(?:是|算)贫困户|又返贫|དབུལ་སྒྲོལ་(?:བྱུང་|ཐོབ་|བྱས་)?(?:མེད|མི་འདུག|མ་བྱུང|མ་ཐོབ)/u

const LIFTED =
  /(?:已经?|都|早就?|去年|前年|今年|[0-9]{2,4}年)就?脱(?:了)?贫|脱(?:了)?贫(?:了|户)|摘(?:了)?帽(?:了)?|དབུལ་སྒྲོལ་(?:བྱུང་ཟིན|བྱུང་སོང|ཐོབ་ཟིན|བྱས་ཟིན|བྱུང་བ)/u
