import { describe, expect, it } from 'vitest'
import {
  matchOfficeColumns,
  OFFICE_HEADERS,
  type OfficeColumn,
} from '../../../src/register/offices/columns.ts'
import { readOffice } from '../../../src/register/offices/row.ts'

type Cells = Partial<Record<OfficeColumn, string>>

const WHOLE: Cells = {
  county: '宕昌县',
  programme: '中职补助',
  opensOn: '2026年9月1日',
  closesOn: '2026/9/30',
  papers: ' 户口本，\u3000学籍证明（原件）。',
  papersBo: 'ཐེམ་ཐོ།',
  place: '县教育局二楼',
  telephone: '0939-6121234、0939-6125678',
  validFrom: '20260901',
}

function read(cells: Cells) {
  const ids = Object.keys(OFFICE_HEADERS) as OfficeColumn[]
  const columns = matchOfficeColumns(ids.map((id) => OFFICE_HEADERS[id][0]))
  return readOffice(columns, { line: 3, cells: ids.map((id) => cells[id] ?? '') })
}

const FAULTS: readonly (readonly [what: string, cells: Cells, column: OfficeColumn, reason: string])[] = [
  ['a county elsewhere', { county: '凤翔县' }, 'county', 'county-unknown'],
  ['no county', { county: '' }, 'county', 'county-unknown'],
  ['a programme nobody knows', { programme: '营养餐' }, 'programme', 'programme-unknown'],
  ['a month for a day', { opensOn: '2026年9月' }, 'opensOn', 'day-unknown'],
  ['a window that ends before it begins', { closesOn: '2026-08-31' }, 'closesOn', 'window-backwards'],
  ['words without end', { place: '楼'.repeat(301) }, 'place', 'words-too-long'],
  ['Chinese in the Tibetan column', { papersBo: '户口本' }, 'papersBo', 'not-tibetan'],
  ['Tibetan alone', { papers: '' }, 'papers', 'chinese-missing'],
  ['a telephone that is none', { telephone: '见公告' }, 'telephone', 'telephone-unknown'],
  ['a day of validity that is none', { validFrom: '下月' }, 'validFrom', 'day-unknown'],
]

describe('a row of an office’s table', () => {
  it('is what families are told, in words fit for a sentence', () => {
    expect(read(WHOLE)).toEqual({
      ok: true,
      entry: {
        county: '621223',
        programme: 'secondary-vocational-grant',
        opensOn: '2026-09-01',
        closesOn: '2026-09-30',
        papers: { 'zh-CN': '户口本， 学籍证明（原件）', bo: 'ཐེམ་ཐོ' },
        place: { 'zh-CN': '县教育局二楼', bo: null },
        telephone: '0939-6121234 / 0939-6125678',
        validFrom: '2026-09-01',
      },
    })
  })

  it('stands for all programmes where it names none, and leaves out what it does not say', () => {
    expect(read({ county: '621223', telephone: '0939 6121234' })).toMatchObject({
      entry: { programme: null, opensOn: null, papers: null, telephone: '09396121234', validFrom: null },
    })
  })

  it.each(FAULTS)('is refused in its column for %s', (_what, cells, column, reason) => {
    expect(read({ ...WHOLE, ...cells })).toMatchObject({ ok: false, refused: { line: 3, column, reason } })
  })

  it('is refused where it tells families nothing', () => {
    expect(read({ county: '宕昌县', programme: '中职补助', validFrom: '2026-09-01' })).toMatchObject({
      refused: { reason: 'nothing-entered' },
    })
  })
})

describe('an office table’s header', () => {
  it.each([
    [['县', '项目', '截止日期'], []],
    [['区县', '咨询电话'], []],
    [['项目', '截止日期'], ['county']],
    [
      ['县', '项目', '生效日期'],
      ['opensOn', 'closesOn', 'papers', 'place', 'telephone'],
    ],
  ])('%j lacks %j', (cells, missing) => {
    expect(matchOfficeColumns(cells).missing).toEqual(missing)
  })
})
