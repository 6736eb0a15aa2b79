import type { LedgerState } from '../ledger-entry.ts'
import { remembering } from './cell.ts'

/** A step that an office records; being told is our own. */
export type LedgerStep = Exclude<LedgerState, 'told'>

const WORDS: Readonly<Record<LedgerStep, readonly string[]>> = {
  applied: [
    '申请',
    '已申请',
    '申请中',
    '受理中',
    '待审批',
    '审批中',
    '已报名',
    '受理',
    '已受理',
    '已提交',
    '提交',
    '已申报',
    '申报',
    '待审核',
    '审核中',
    '已上报',
    '上报',
  ],
  granted: [
    '批准',
    '已批准',
    '已核准',
    '已同意',
    '待拨付',
    '审核通过',
    '审批通过',
    '通过',
    '已通过',
    '同意',
    '核准',
    '已审批',
    '待发放',
    '已审核',
  ],
  paid: [
    '已发放',
    '发放',
    '发放完成',
    '已拨付',
    '拨付',
    '已兑付',
    '已免除',
    '已免',
    '到账',
    '已到账',
    '已支付',
    '支付',
    '已打款',
    '打款',
    '已发',
    '发放成功',
    '已减免',
    '减免',
  ],
  refused: [
    ...['拒绝', '已拒绝', '不予', '不予批准', '不予资助', '不予受理', '不批准', '未批准', '不通过', '未通过'],
    ...[
      '审核不通过',
      '审核未通过',
      '审批不通过',
      '审批未通过',
      '未获批准',
      '退回',
      '已退回',
      '驳回',
      '已驳回',
      '不同意',
      '不符合',
    ],
  ],
}

const STEPS = new Map(
  (Object.keys(WORDS) as LedgerStep[]).flatMap((step) => WORDS[step].map((word) => [word, step] as const)),
)

/** What an office's word for a state says; null for what it does not settle. */
export const readStep = remembering((text): LedgerStep | null => STEPS.get(text.replace(/\s+/g, '')) ?? null)
