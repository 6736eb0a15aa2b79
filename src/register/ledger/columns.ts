import { columnMatcher, type Mapping, type MatchColumns } from '../columns.ts'
import { HEADERS } from '../headers.ts'

/** The columns of a list of applications, grants and payments: every header a column goes by, the usual one first. */
export const LEDGER_HEADERS = {
  householdNumber: HEADERS.householdNumber,
  personNumber: HEADERS.personNumber,
  idNumber: [...HEADERS.idNumber, '学生身份证号', '学生身份证件号'],
  name: [...HEADERS.name, '学生姓名', '受助人', '受助学生'],
  programme: ['项目', '项目名称', '资助项目', '政策', '政策项目', '项目编号'],
  schoolYear: ['学年', '学年度', '学期', '资助学年', '年度'],
  state: ['状态', '办理状态', '进度', '办理进度', '审批状态', '发放状态'],
  day: ['日期', '办理日期', '时间', '办理时间', '发放日期', '发放时间', '审批日期', '申请日期'],
  amount: ['金额', '金额(元)', '发放金额', '发放金额(元)', '资助金额', '资助金额(元)', '批准金额'],
  reason: ['原因', '不予原因', '拒绝原因', '退回原因', '未通过原因', '备注'],
} as const satisfies Record<string, readonly [string, ...string[]]>

export type LedgerColumn = keyof typeof LEDGER_HEADERS

/**
 * Matches a ledger's header row: a person by number, or by name with ID number or household, and what came of what. A list
 * told to be of one day needs no column for it. What somebody put right goes before what the program knows.
 */
export function ledgerMatcher(
  hasDay: boolean,
  mapping: Mapping<LedgerColumn> = new Map(),
): MatchColumns<LedgerColumn> {
  const needed: readonly LedgerColumn[] = [
    ...(['programme', 'schoolYear', 'state'] as const),
    ...(hasDay ? [] : (['day'] as const)),
  ]
  const neededBy = (has: (id: LedgerColumn) => boolean): readonly LedgerColumn[] => {
    if (has('personNumber')) return needed
    return has('name') && (has('idNumber') || has('householdNumber')) ? needed : ['personNumber', ...needed]
  }
  return columnMatcher<LedgerColumn>(LEDGER_HEADERS, neededBy, mapping)
}
