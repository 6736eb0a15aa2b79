import type { Day } from '../../../policy/facts.ts'
import { schoolYearOf } from '../../../policy/school-year.ts'

/** The school year before this one of which the words ask what came: 去年发了没, 2024年的呢. Null where they name none. */
export function pastYearAsked(text: string, today: Day): number | null {
  const { zh, bo } = ASKED.exec(text)?.groups ?? {}
  const named = zh ?? bo
  if (named === undefined) return null
  const current = schoolYearOf(today)
  const year = Number(/\d{4}/.exec(named)?.[0] ?? current - (BEFORE_LAST.test(named) ? 2 : 1))
  return year < current ? year : null
}

const BEFORE_LAST = /前年|གཞེས་ནིང/u

const ASKED =
  /(?<zh>去年|前年|上个?学年|上一?年度?|20\d\d学?年度?)(?:的|那|那年|一年)?(?:钱|补助|助学金|学费|保教费)?(?:都|是|也|到底)?(?:(?:发|领|拿|给|免|补|批|打|到账?)[^，。]{0,6}(?:没|吗|多少|[呢了?？])|(?:呢|咋样|怎么样|有没有|有吗)[?？。]?$)|(?<bo>ན་ནིང|གཞེས་ནིང|20\d\d་?(?:སློབ་)?ལོ)[^།]{0,24}(?:(?:སྤྲད|སྤྲོད|ཐོབ|འབྱོར|བླངས|ཆག)[^།]{0,10}(?:དམ|གམ|ངམ|འམ|ནམ|རམ|བམ|སམ|ག་ཚོད)|(?:ནི|ན་རེ)[་།\s]*$)/u
