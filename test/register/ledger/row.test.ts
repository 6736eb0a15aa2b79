import { describe, expect, it } from 'vitest'
import { LEDGER_HEADERS, type LedgerColumn, ledgerMatcher } from '../../../src/register/ledger/columns.ts'
import { readLedgerRow } from '../../../src/register/ledger/row.ts'

type Cells = Partial<Record<LedgerColumn, string>>

const DAYS = { today: '2026-11-18', takenOn: null }
const WHOLE: Cells = {
  personNumber: 'H101',
  programme: '中职国家助学金',
  schoolYear: '2026-2027学年',
  state: '未通过',
  day: '2026年10月8日',
  amount: '',
  reason: '缺少 学籍证明。',
}

function read(cells: Cells, days: Parameters<typeof readLedgerRow>[2] = DAYS) {
  const ids = Object.keys(LEDGER_HEADERS) as LedgerColumn[]
  const columns = ledgerMatcher(false)(ids.map((id) => LEDGER_HEADERS[id][0]))
  return readLedgerRow(columns, { line: 7, cells: ids.map((id) => cells[id] ?? '') }, days)
}

/** What is wrong with a row, and in which column. */
const FAULTS: readonly (readonly [what: string, cells: Cells, column: LedgerColumn, reason: string])[] = [
  ['nobody named', { personNumber: '' }, 'personNumber', 'person-not-named'],
  ['a name alone', { personNumber: '', name: '赵甲' }, 'personNumber', 'person-not-named'],
  ['a number of lost digits', { personNumber: '6.2E+17' }, 'personNumber', 'number-digits-lost'],
  ['an ID number too short', { idNumber: '62122319' }, 'idNumber', 'id-number-length'],
  ['a programme nobody knows', { programme: '营养餐' }, 'programme', 'programme-unknown'],
  ['a programme that could be two', { programme: '免学费' }, 'programme', 'programme-unknown'],
  ['no school year', { schoolYear: '' }, 'schoolYear', 'school-year-unknown'],
  ['a state that settles nothing', { state: '办理' }, 'state', 'state-unknown'],
  ['no day', { day: '' }, 'day', 'day-unknown'],
  ['a month for a day', { day: '2026年10月' }, 'day', 'day-unknown'],
  ['a day to come', { day: '2026-11-19' }, 'day', 'day-in-future'],
  ['a sum in words', { amount: '两千' }, 'amount', 'amount-unknown'],
  ['words without end', { reason: '很'.repeat(301) }, 'reason', 'words-too-long'],
]

describe('a row of the ledger', () => {
  it('is a step of a programme in a school year', () => {
    expect(read(WHOLE)).toMatchObject({
      ok: true,
      entry: {
        named: { personNumber: 'H101', householdNumber: '', idNumber: '', name: '' },
        programme: 'secondary-vocational-grant',
        schoolYear: 2026,
        step: 'refused',
        day: '2026-10-08',
        amount: null,
        reason: '缺少 学籍证明',
        line: 7,
      },
    })
  })

  it.each(FAULTS)('is refused in its column for %s', (_what, cells, column, reason) => {
    const value = { ...WHOLE, ...cells }[column] ?? ''
    expect(read({ ...WHOLE, ...cells })).toMatchObject({
      ok: false,
      refused: { line: 7, column, reason, value },
    })
  })

  it('is of the day told for the file where it has none of its own', () => {
    expect(read({ ...WHOLE, day: '' }, { ...DAYS, takenOn: '2026-10-31' })).toMatchObject({
      entry: { day: '2026-10-31' },
    })
    expect(read(WHOLE, { ...DAYS, takenOn: '2026-10-31' })).toMatchObject({ entry: { day: '2026-10-08' } })
  })

  it('keeps remarks as a reason of refusals alone', () => {
    expect(read({ ...WHOLE, state: '已发放', amount: '2,000.50' })).toMatchObject({
      entry: { step: 'paid', amount: 200_050, reason: null },
    })
  })
})

describe('a ledger’s header', () => {
  it.each([
    [['人编号', '项目', '学年', '状态', '日期'], []],
    [['姓名', '身份证号', '资助项目', '学年度', '办理状态', '办理日期'], []],
    [['户编号', '姓名', '项目名称', '学年', '进度', '发放日期', '金额（元）'], []],
    [['姓名', '项目', '学年', '状态', '日期'], ['personNumber']],
    [['人编号', '项目', '学年', '状态'], ['day']],
  ])('%j lacks %j', (cells, missing) => {
    expect(ledgerMatcher(false)(cells).missing).toEqual(missing)
  })

  it('needs no day where the file is told to be of one', () => {
    expect(ledgerMatcher(true)(['人编号', '项目', '学年', '状态']).missing).toEqual([])
  })
})
