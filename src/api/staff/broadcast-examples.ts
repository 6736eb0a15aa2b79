/** A reminder to those who have not applied. */
export const PLAN = {
  name: '中职助学金提醒',
  audience: { county: '621223', programme: 'secondary-vocational-grant', ledger: 'not-applied' },
  body: {
    'zh-CN': '{{child}}可以申请{{programme}}，每学年{{sum}}元。不想再收，回复“{{stop}}”。',
    bo: '{{child}}ལ་{{programme}}ཡོད། སློབ་ལོ་རེར་ཡུ་ཨན་{{sum}}རེད།',
  },
  sendAt: '2026-12-01T09:00:00+08:00',
}

/** What it would come to. */
export const ESTIMATE = {
  day: '2026-11-18',
  size: 214,
  messages: 209,
  segments: {
    'zh-CN': {
      messages: 209,
      withoutText: 0,
      segments: 209,
      bySegments: { '1': 209 },
      longest: {
        household: '01K9ZQ4T3M8V6J2R5W7X9Y1A3C',
        units: 35,
        segments: 1,
        text: '○○○○可以申请中职助学金，每学年2000元。不想再收，回复“停止”。',
      },
      shorten: null,
      costlySigns: [],
      unicodeSigns: [],
    },
  },
  cost: { amount: 9.405, currency: 'CNY', perSegment: 0.045, segments: 209 },
  channels: { sms: 209, telegram: 0 },
  skipped: { stopped: 2, 'no-address': 3 },
  isExact: true,
}

/** Its id. */
export const ID = '01K9ZR8N5E0W3H7B2Q4D6F9G1J'

/** The same, approved and on its way. */
export const BROADCAST = {
  id: ID,
  state: 'sending',
  version: 3,
  ...PLAN,
  sendAt: '2026-12-01T01:00:00.000Z',
  repeat: null,
  restDays: 7,
  writers: ['li'],
  createdAt: '2026-11-18T04:00:00.000Z',
  submittedBy: null,
  submittedAt: null,
  approvedBy: 'wang',
  approvedAt: '2026-11-18T06:00:00.000Z',
  estimate: ESTIMATE,
}

/** The same with where it stands. */
export const READ = {
  ...BROADCAST,
  run: {
    number: 1,
    dueAt: '2026-12-01T01:00:00.000Z',
    startedAt: '2026-12-01T01:00:01.000Z',
    finishedAt: null,
  },
  counts: { queued: 118, sent: 61, delivered: 28, failed: 2, unknown: 0, cancelled: 0, skipped: 5 },
  skipped: { stopped: 2, 'no-address': 3 },
  progress: { done: 91, of: 209, perSecond: 9.9, secondsLeft: 12, quietUntil: null },
}

/** A line of it. */
export const DELIVERY = {
  key: '01K9ZQ4T3M8V6J2R5W7X9Y1A3C',
  household: '01K9ZQ4T3M8V6J2R5W7X9Y1A3C',
  language: 'zh-CN',
  channel: 'sms',
  state: 'delivered',
  code: null,
  at: '2026-12-01T01:00:04.000Z',
}

/** What a preview of it tells. */
export const PREVIEW = { ...ESTIMATE, audience: { persons: 221, households: 214, messages: 209 } }
