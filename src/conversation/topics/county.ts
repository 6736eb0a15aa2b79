import { determineOne } from '../../policy/determine.ts'
import type { ProgrammeId } from '../../policy/programmes/index.ts'
import { countyByCode } from '../../regions/county.ts'
import { type Answer, speak } from '../answer.ts'
import { supposes } from '../hearing/manner/schooling.ts'
import { type Line, say } from '../words/reply.ts'
import { countyFor, type Scene } from '../scene.ts'

/** Whether the words ask of a county, and nothing else, how the plan has it: 我们县在不在计划里, 环县是老区吗. */
export function asksCounty({ heard, turn }: Scene): boolean {
  const text = turn.message.text.trim()
  if (heard.said.topicNamed === true || supposes(text)) return false
  if (LISTED_BO.test(text)) return true
  return LISTED.test(text) && (heard.county !== null || OUR_COUNTY.test(text))
}

/** What the plan's lists say of the county named, or of the family's own; what they leave open, the office must tell. */
export function answerCounty(scene: Scene): Answer {
  const code = scene.heard.county ?? countyFor(scene)
  return { ...speak(...countyLines(scene, code)), continues: 'ask-programme' }
}

function countyLines(scene: Scene, code: string | null): readonly Line[] {
  if (code === null) return [[say('conversation:county.which')]]
  if (countyByCode(code) === undefined) return [[say('conversation:county.elsewhere')]]
  const { text } = scene.turn.message
  return LISTS.flatMap((list) => listLine(scene, code, list, list.asked.test(text)))
}

type List = (typeof LISTS)[number]

// A list the county is not on is told of only where it was asked for.
function listLine({ turn }: Scene, code: string, list: List, isAsked: boolean): readonly Line[] {
  const facts = { 'household.county': code }
  const { reasons } = determineOne(list.programme, facts, turn.today, turn.book)
  const reason = reasons.find(({ condition }) => condition === list.condition)
  if (reason === undefined) return []
  const { value, citation } = reason
  const county = { county: code }
  const office = say('policy:office.county', { county })
  if (value === null)
    return list.open === null || !(isAsked || list.isMain) ? [] : [[say(list.open, { county, office })]]
  if (value === false && !isAsked && !list.isMain) return []
  return [[say(`conversation:county.${list.condition}.${value}`, { county, clause: citation })]]
}

// A programme that rests on each list, whose reasons tell how the county stands there.
const LISTS = [
  {
    condition: 'in-plan-counties',
    programme: 'compulsory-nearby-school',
    open: 'policy:condition.in-plan-counties.office',
    asked: /计划|贫困县|58|名单|范围|འཆར་གཞི|དབུལ/u,
    isMain: true,
  },
  {
    condition: 'in-tibetan-area',
    programme: 'tibetan-area-nine-plus-three',
    open: null,
    asked: /藏区|བོད་ཁུལ/u,
    isMain: false,
  },
  {
    condition: 'in-old-revolutionary-area',
    programme: 'special-plan-old-revolutionary',
    open: 'policy:condition.in-old-revolutionary-area.office',
    asked: /老区|གསར་བརྗེ/u,
    isMain: false,
  },
] as const satisfies readonly { readonly programme: ProgrammeId; readonly [key: string]: unknown }[]

const LISTED =
  /(?:是不是|算不算|在不在|属不属于|属于不属于|在|是|算|属于?)[^，。,\s]{0,8}(?:计划|贫困县|58个?县?|七十五个?县?|75个?县?|老区|藏区|名单|范围)(?:里头?|里面|内|上|的县|县|之内|范围)*的?(?:吗|不|不是|没有|没|么|呢)?[?？。!！]*$/u

const OUR_COUNTY =
  /^(?:那|请?问一?下?)?(?:我们?|咱们?|俺们?)?(?:这|那|家)?(?:个)?(?:县|区|市|儿|里|搭|达|边)(?:到底)?(?=是|算|在|属)/u

const LISTED_BO =
  /^[^།]{0,24}རྫོང་?(?:འདི་|དེ་|ནི་)?(?:འཆར་གཞིའི་(?:ནང|ཁོངས)|དབུལ་པོའི་རྫོང|བོད་ཁུལ|གསར་བརྗེའི་ས་ཁུལ་རྙིང་པ)[^།]{0,20}(?:དམ|ནམ|པས|གམ)[་།\s?？]*$/u
