import type { Language } from './types.ts'

const PROVINCES =
  '北京|天津|河北|山西|内蒙古?|辽宁|吉林|黑龙江|上海|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|重庆|四川|贵州|云南|西藏|陕西|青海|宁夏|新疆'
const TOWNS = '成都|西安|西宁|银川|拉萨|玉树|果洛|阿坝|固原|海东|汉中|宝鸡'
const PLACE = `(?:${PROVINCES}|${TOWNS})`
// 青海玉树, 四川省, 陕西汉中市; no school and no work there: 四川大学的, 新疆打工的.
const WITHIN =
  '(?!大学|学院|职|打工|上班|干活|上学|读书|念书)(?:省|市|自治区)?(?:\\p{Script=Han}{2}(?:州|县|市)?)?'
const PEOPLE =
  '学生|学娃|娃|孩子|小孩|考生|中职生|中专生|大专生|大学生|高中生|贫困生|贫困户|牧民|农民|人家|家庭|老师|教师|村医'
const AID = '助学金|助学贷款|贷款|补助|补贴|资助|政策|优惠|专项'

const CHINESE = new RegExp(
  [
    `(?<!不在?|没在?)(?:户口|户籍|学籍|籍贯)(?:都|也|还|就)?(?:在|是|落在)?${PLACE}`,
    `${PLACE}${WITHIN}(?:的)?(?:户口|户籍|籍|生源)`,
    `(?:我|们|咱|俺|家)(?:都|也|就)?是${PLACE}${WITHIN}(?:农村|乡下|这边|那边)?(?:人|的)`,
    `(?:我们|咱们?|俺们?)${PLACE}(?:省|这边|这里|这儿|那边)`,
    `(?<![在去到往从回])${PLACE}${WITHIN}(?:那边|这边|农村|当地)?的?(?:\\p{Script=Han}{2})?(?:${PEOPLE}|${AID})`,
    `^(?:请问|问一下|我想问)?\\s*${PLACE}${WITHIN}(?:那边|这边)?(?:上学|念书|读书|义务教育)(?!的)`,
  ].join('|'),
  'u',
)
const CHINESE_HOME = /甘肃|兰州|定西|天水|陇南|庆阳|平凉|武威|张掖|酒泉|金昌|白银|临夏|甘南/u

const TIBETAN_PLACE = `(?:མཚོ་སྔོན|ཟི་ལིང|སི་ཁྲོན|རྔ་བ|དཀར་མཛེས|ཡུལ་ཤུལ|མགོ་ལོག|རེབ་གོང|མཛོད་དགེ|བོད་ལྗོངས|ལྷ་ས|ཡུན་ནན|ཧྲན་[ཞཤ]ི|ཞིན་ཅང|ཞིན་ཅཱང|ནང་སོག|ཧོ་ནན|ནིང་ཞ|${PROVINCES}|${TOWNS})`
const OF = '་?\\s*(?:ཞིང་ཆེན་?|ས་ཁུལ་?|ཁུལ་?)?(?:གི|ཀྱི|གྱི|ཡི|འི)་'
const TIBETAN = new RegExp(
  [
    `${TIBETAN_PLACE}${OF}(?:དབུལ་པོའི་|འབྲོག་པའི་|ཞིང་པའི་)?(?:སློབ་མ|(?:བྱིས་པ|ཕྲུ་གུ)(?!འི་གླིང)|བུ་ཕྲུག|ཞིང་པ|མི(?![\\u0F40-\\u0FBC])|འབྲོག་པ|ཁྱིམ་ཚང|ཐེམ་ཐོ|རོགས|སྲིད་ཇུས|དངུལ་བུན)`,
    `${TIBETAN_PLACE}་?\\s*(?:[^་།\\s]+་){0,2}ནས་(?:ཡིན|རེད)`,
    `ཐེམ་ཐོ་(?:ནི་)?${TIBETAN_PLACE}`,
  ].join('|'),
  'u',
)
const TIBETAN_HOME = /ཀན་སུའུ|ཀན་ལྷོ/u

/** A look for any of the places is cheaper than for what is said of them. */
const ANY_PLACE = { 'zh-CN': new RegExp(PLACE, 'u'), bo: new RegExp(TIBETAN_PLACE, 'u') }

/**
 * Whether a normalised text that names no county of Gansu speaks of another province's people, or of what is given there.
 * A child of Gansu may be at school there (娃在新疆上幼儿园, 考上四川的大专) and a parent at work: that is none.
 */
export function isOfElsewhere(text: string, language: Language | null): boolean {
  if (language === null || !ANY_PLACE[language].test(text)) return false
  return language === 'bo'
    ? TIBETAN.test(text) && !TIBETAN_HOME.test(text)
    : CHINESE.test(text) && !CHINESE_HOME.test(text)
}
