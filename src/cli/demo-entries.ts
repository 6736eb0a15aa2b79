import type { Day } from '../policy/facts.ts'
import { schoolYearOf } from '../policy/school-year.ts'
import type { SampleHousehold } from '../register/sample/sample.ts'

/*
 * What the demo's offices entered, as made-up as its families: counted from the day it is loaded, and every word that a
 * family could take for an office's says that it is of the demo.
 */

const PLACE = '演示县教育局（虚构，仅供演示）'
const PLACE_BO = 'དཔེ་སྟོན་རྫོང་གི་སློབ་གསོ་ལུའུ་(དཔེ་སྟོན་ཙམ)'
const PAPERS = '户口本、学籍证明（演示）'
const PAPERS_BO = 'ཐེམ་ཐོ་དང་། སློབ་མའི་ར་སྤྲོད་(དཔེ་སྟོན་ཙམ)'

/** County, programme (none: all), and the days until its first and last day. The other counties entered nothing. */
const WINDOWS = [
  ['621223', '', -20, 9],
  ['620422', '', -20, 9],
  ['620422', 'secondary-vocational-grant', -60, -40],
  ['623025', '', -20, 9],
  ['622926', '', -30, 3],
  ['622926', 'higher-vocational-fee-waiver', -60, -2],
  ['622926', 'origin-student-loan', 12, 40],
] as const

/** Whose, of what, which step, how many days ago, how much, why. */
const STEPS = [
  ['王志强', 'secondary-vocational-tuition-waiver', '已申请', 50, '', ''],
  ['王志强', 'secondary-vocational-tuition-waiver', '已批准', 35, '', ''],
  ['王志强', 'secondary-vocational-tuition-waiver', '已减免', 20, '', ''],
  ['王志强', 'secondary-vocational-grant', '已申请', 50, '', ''],
  ['王志强', 'secondary-vocational-grant', '退回', 30, '', '缺少学籍证明（演示）'],
  ['仁青加措', 'preschool-fee-waiver', '已申请', 40, '', ''],
  ['仁青加措', 'preschool-fee-waiver', '已发放', 10, '1000', ''],
  ['马晓宁', 'preschool-fee-waiver', '已申请', 90, '', ''],
  ['马晓宁', 'preschool-fee-waiver', '已批准', 75, '1000', ''],
  ['马晓东', 'higher-vocational-fee-waiver', '已申请', 12, '', ''],
] as const

/** The demo offices' table of how to apply, as CSV lines. */
export function* demoOfficeLines(today: Day): Generator<string> {
  yield '县,项目,开始日期,截止日期,所需材料,所需材料(藏文),地点,地点(藏文)\n'
  for (const [county, programme, opens, closes] of WINDOWS) {
    const days = [daysOn(today, opens), daysOn(today, closes)]
    yield `${[county, programme, ...days, PAPERS, PAPERS_BO, PLACE, PLACE_BO].join()}\n`
  }
}

/** What came of the demo families' programmes, as CSV lines; the households are those the personas open a sample with. */
export function* demoLedgerLines(today: Day, households: readonly SampleHousehold[]): Generator<string> {
  yield '户编号,姓名,项目,学年,状态,日期,金额,原因\n'
  const numberOf = new Map(
    households.flatMap(({ rows }) => rows.map((row) => [row.name, row.householdNumber])),
  )
  for (const [name, programme, state, ago, amount, reason] of STEPS) {
    const of = [numberOf.get(name) ?? '', name, programme, schoolYearOf(today)]
    yield `${[...of, state, daysOn(today, -ago), amount, reason].join()}\n`
  }
}

const DAY_MS = 24 * 3600 * 1000

function daysOn(day: Day, days: number): Day {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)
}
