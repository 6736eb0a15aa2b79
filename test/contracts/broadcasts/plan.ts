import type { Plan } from '../../../src/broadcasts/plan.ts'

/** A reminder to those who have not applied, in both languages. */
export const PLAN: Plan = {
  name: '中职助学金提醒',
  audience: { county: '621223', programme: 'secondary-vocational-grant', ledger: 'not-applied' },
  body: {
    'zh-CN': '{{child}}可以申请{{programme}}，每学年{{sum}}元。',
    bo: '{{child}}ལ་{{programme}}ཡོད། སློབ་ལོ་རེར་ཡུ་ཨན་{{sum}}རེད།',
  },
  sendAt: null,
  repeat: null,
  restDays: 7,
}
