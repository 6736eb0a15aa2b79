import { writeXlsx } from 'hucre/xlsx'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { matchColumns } from '../../src/register/columns.ts'
import type { Row } from '../../src/register/reading/rows.ts'
import { openTable } from '../../src/register/reading/table.ts'
import { fc } from '../property.ts'

const HEADER = ['县(市、区、旗)', '户编号', '人编号', '姓名']
const ROWS = [
  ['宕昌县', 'H1', 'P1', '张三'],
  ['宕昌县', 'H1', 'P2', '李四'],
]
const utf8 = (text: string) => new TextEncoder().encode(text)
const csv = (rows: readonly (readonly string[])[]) => rows.map((row) => row.join()).join('\n')

async function read(bytes: Uint8Array, pieceLength = 7) {
  const source = {
    name: 'test',
    digest: 'test',
    async *open() {
      for (let at = 0; at < bytes.length; at += pieceLength) yield bytes.subarray(at, at + pieceLength)
    },
  }
  const table = await openTable(source, matchColumns)
  if (!table.ok) return table
  const rows: Row[] = []
  for await (const piece of table.rows) rows.push(...piece)
  return { ok: true, columns: table.columns, rows } as const
}

const text = csv([HEADER, ...ROWS])
// The table below in GB18030, which no encoder of the platform writes; the last name has a four-byte character.
const GB18030 = Buffer.from(
  'cfd82cbba7b1e0bac52cc8cbb1e0bac52cd0d5c3fb0d0ae5b4b2fdcfd82c48312c50312cd5c5c8fd0d0ae5b4b2fdcfd82c48312c50322cc0ee953282360d0a',
  'hex',
)
const GB18030_PLAIN = Buffer.from(
  'cfd82cbba7b1e0bac52cc8cbb1e0bac52cd0d5c3fb0ae5b4b2fdcfd82c48312c50312cd5c5c8fd0ae5b4b2fdcfd82c48312c50322cc0eecbc40a',
  'hex',
)

describe('a register file', () => {
  it.each([
    ['UTF-8', utf8(text)],
    ['UTF-8 with its mark', utf8(`\uFEFF${text}`)],
    ['Windows line ends', utf8(text.replaceAll('\n', '\r\n'))],
    ['a line feed at the end', utf8(`${text}\n`)],
    ['carriage returns alone', utf8(text.replaceAll('\n', '\r'))],
    ['GB18030 with the mark of UTF-8', Buffer.concat([utf8('\uFEFF'), GB18030_PLAIN])],
    ['tabs', utf8(text.replaceAll(',', '\t'))],
  ])('is read alike as %s', async (_, bytes) => {
    expect(await read(bytes)).toMatchObject({
      ok: true,
      rows: [
        { line: 2, cells: ROWS[0] },
        { line: 3, cells: ROWS[1] },
      ],
    })
  })

  it('is read in GB18030, wherever its bytes are cut', async () => {
    for (const pieceLength of [1, 2, 3, 1000]) {
      expect(await read(GB18030, pieceLength)).toMatchObject({
        rows: [
          { line: 2, cells: ['宕昌县', 'H1', 'P1', '张三'] },
          { line: 3, cells: ['宕昌县', 'H1', 'P2', '李𠀀'] },
        ],
      })
    }
  })

  it('counts its own lines over quoted line feeds and blank lines', async () => {
    const quoted = `${HEADER.join()}\n宕昌县,H1,P1,"张\n三"\n\n宕昌县,H1,P2,"李""四"""\n宕昌县,H2,P3,王五\n`
    expect(await read(utf8(quoted))).toMatchObject({
      rows: [
        { line: 2, cells: ['宕昌县', 'H1', 'P1', '张\n三'] },
        { line: 5, cells: ['宕昌县', 'H1', 'P2', '李"四"'] },
        { line: 6, cells: ['宕昌县', 'H2', 'P3', '王五'] },
      ],
    })
  })

  it('holds no rows that are blank all through, out of a CSV and a workbook', async () => {
    const rows = [HEADER, ...ROWS, ['', '', '', ''], [' ', '', '', '']]
    const workbook = await writeXlsx({ sheets: [{ name: '名册', rows }] })
    for (const bytes of [utf8(csv(rows)), workbook])
      expect(await read(bytes)).toMatchObject({ rows: [{ cells: ROWS[0] }, { cells: ROWS[1] }] })
  })

  it('may have a title above its header', async () => {
    expect(await read(utf8(`建档立卡贫困人口信息\n\n${text}`))).toMatchObject({
      rows: [{ line: 4 }, { line: 5 }],
    })
  })

  it('says which needed columns are not there', async () => {
    const result = await read(utf8('县,户编号,性别\n宕昌县,1,男\n'))
    expect(result).toMatchObject({
      ok: false,
      fault: 'no-header',
      columns: { missing: ['personNumber', 'name'] },
    })
  })

  it.each([
    ['empty', new Uint8Array(0), 'empty'],
    ['an old workbook', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1), 'old-excel'],
    ['a broken workbook', utf8('PK\u0003\u0004 and nothing more'), 'broken-spreadsheet'],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1), 'not-text'],
  ])('%s is refused by name', async (_, bytes, fault) => {
    expect(await read(bytes, 1024)).toEqual({ ok: false, fault })
  })

  it('is read however its bytes are cut and its cells are quoted', async () => {
    const cell = fc.string({ unit: fc.constantFrom('甲', 'a', '"', ',', '\n', ' ', '1'), maxLength: 6 })
    const rows = fc.array(fc.tuple(cell, cell, cell, fc.constant('x')), { maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(rows, fc.integer({ min: 1, max: 40 }), fc.boolean(), async (made, piece, quotes) => {
        const bytes = utf8(Papa.unparse([HEADER, ...made], { newline: '\n', quotes }))
        const result = await read(bytes, piece)
        expect(result.ok && result.rows.map(({ cells }) => cells)).toEqual(made)
      }),
      { numRuns: 60 },
    )
  })
})

describe('a cell that was guarded against being taken for a formula', () => {
  const telephone = ['宕昌县', 'H1', 'P1', "'+8613900000000"]
  const bare = ['宕昌县', 'H1', 'P1', '+8613900000000']

  it('is read bare again, out of a CSV and a workbook', async () => {
    const workbook = await writeXlsx({ sheets: [{ name: '名册', rows: [HEADER, telephone] }] })
    for (const bytes of [utf8(csv([HEADER, telephone])), workbook])
      expect(await read(bytes)).toMatchObject({ rows: [{ cells: bare }] })
  })
})

describe('headers', () => {
  it('are matched in any order, in full width, with spaces, under any of their names', () => {
    const { at, unknown, missing } = matchColumns([
      '姓名 ',
      '人编号',
      '县（市、区、旗）',
      '户编号',
      '身份证号码',
      '乡（镇）',
      '备注',
      '姓名',
    ])
    expect([...at]).toEqual([
      ['name', 0],
      ['personNumber', 1],
      ['county', 2],
      ['householdNumber', 3],
      ['idNumber', 4],
      ['township', 5],
    ])
    expect({ unknown, missing }).toEqual({ unknown: ['备注', '姓名'], missing: [] })
  })
})

describe('a workbook', () => {
  it('is read by rows, numbers and days as typed, and numbers with lost digits told as such', async () => {
    const sheet = {
      name: '表',
      rows: [
        [...HEADER, '证件号码'],
        ['宕昌县', 62122310, 'P1', '张三', Number('621223201203010061')],
        ['宕昌县', 62122310, 'P2', new Date('2026-09-05T00:00:00Z'), ''],
      ],
    }
    const bytes = await writeXlsx({ sheets: [sheet] })
    const result = await read(bytes)
    expect(result).toMatchObject({ ok: true, rows: [{ line: 2 }, { line: 3 }] })
    const cells = result.ok ? result.rows[0]?.cells : []
    expect(cells?.slice(0, 4)).toEqual(['宕昌县', '62122310', 'P1', '张三'])
    expect(cells?.[4]).toMatch(/^6\.\d+e\+17$/)
    expect(result.ok ? result.rows[1]?.cells[3] : null).toBe('2026-09-05')
  })

  const sheet = (name: string, rows: readonly (readonly string[])[], hidden = false) => ({
    name,
    rows: rows.map((row) => [...row]),
    hidden,
  })
  const [first = [], second = []] = ROWS

  it.each([
    ['notes before it', [sheet('说明', [['填写说明']]), sheet('登记', [HEADER, first])]],
    ['an empty sheet before it', [sheet('Sheet1', []), sheet('登记', [HEADER, first])]],
    ['a hidden one of before', [sheet('旧', [HEADER, second], true), sheet('登记', [HEADER, first])]],
    ['a form to fill in after it', [sheet('登记', [HEADER, first]), sheet('空表', [HEADER])]],
  ])('is read by the one sheet that holds rows: %s', async (_what, sheets) => {
    const result = await read(await writeXlsx({ sheets }))
    expect(result).toMatchObject({ ok: true, rows: [{ line: 2, cells: first }] })
  })

  it('of which two sheets hold rows is not read: none of them is passed over in silence', async () => {
    const sheets = [sheet('城关镇', [HEADER, first]), sheet('理川镇', [HEADER, second])]
    expect(await read(await writeXlsx({ sheets }))).toEqual({ ok: false, fault: 'several-sheets' })
  })
})
