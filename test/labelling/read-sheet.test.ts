import { describe, expect, it } from 'vitest'
import { readSheet } from '../../src/labelling/read-sheet.ts'
import type { Sentence } from '../../src/labelling/sentence.ts'
import { COLUMNS, sheetOf } from '../../src/labelling/sheet.ts'
import { safeCell } from '../../src/spreadsheet/safe-cell.ts'

const SENTENCES: readonly Sentence[] = [
  sentence('a', '校服钱谁出'),
  sentence('b', '=1+1 校车'),
  sentence('c', "'引号"),
]
const AT = new Map(COLUMNS.map((column, at) => [column, at]))

function sentence(id: string, text: string): Sentence {
  const heard = { intent: 'out-of-scope', topic: null, confidence: 0.4 } as const
  const days = { firstOn: '2026-11-18', lastOn: '2026-11-18' }
  return { id, language: 'zh-CN', text, heard, times: 1, ...days, label: null, labelledBy: null }
}

/** The sheet as it comes back, its last two columns filled in by id. */
function filled(labels: Readonly<Record<string, readonly [string, string]>>) {
  return sheetOf(SENTENCES)
    .map((cells, at) => {
      const [intent, topic] = labels[cells[0] ?? ''] ?? ['', '']
      return { line: at + 1, cells: [...cells.slice(0, 6).map(safeCell), intent, topic] }
    })
    .slice(3)
}

function read(rows: ReturnType<typeof filled>) {
  return readSheet(rows, AT, new Map(SENTENCES.map((one) => [one.id, one])))
}

describe('a sheet that was labelled in', () => {
  it('says nothing where nothing was written', () => {
    expect(read(filled({}))).toEqual({ labels: [], discarded: [], faults: [] })
  })

  it.each([
    { written: ['ask-how', 'loan'], label: { intent: 'ask-how', topic: 'loan' } },
    { written: ['怎么办理', '助学贷款'], label: { intent: 'ask-how', topic: 'loan' } },
    { written: ['ཇི་ལྟར་རེ་ཞུ་བྱེད', ''], label: { intent: 'ask-how', topic: null } },
    { written: ['不是我们管的', ''], label: { intent: 'out-of-scope', topic: null } },
  ] as const)('is read in the words of either language: $written', ({ written, label }) => {
    expect(read(filled({ a: written }))).toEqual({ labels: [{ id: 'a', label }], discarded: [], faults: [] })
  })

  it('is read where a sentence was kept from being a formula', () => {
    expect(read(filled({ b: ['thanks', ''], c: ['thanks', ''] })).faults).toEqual([])
  })

  it.each(['discard', '丢弃', 'དོར'])('tells what is to be forgotten: %s', (word) => {
    expect(read(filled({ a: [word, ''] }))).toEqual({ labels: [], discarded: ['a'], faults: [] })
  })

  it.each([
    { written: ['how', ''], column: 'intent' },
    { written: ['', 'loan'], column: 'intent' },
    { written: ['ask-how', '饭'], column: 'topic' },
    { written: ['ask-programme', ''], column: 'topic' },
    { written: ['thanks', 'loan'], column: 'topic' },
  ] as const)('names line and column of what is wrong: $written', ({ written, column }) => {
    const { labels, faults } = read(filled({ b: written }))
    expect([labels, faults.map((fault) => [fault.line, fault.column])]).toEqual([[], [[5, column]]])
  })

  it('takes no label of another sentence, of none, or a second one', () => {
    const [a, b, c] = filled({ a: ['thanks', ''], b: ['thanks', ''], c: ['thanks', ''] })
    if (a === undefined || b === undefined || c === undefined) expect.unreachable()
    const strange = { line: 8, cells: ['x', ...a.cells.slice(1)] }
    const altered = { line: 9, cells: [...b.cells.slice(0, 2), '别的话', ...b.cells.slice(3)] }
    const { labels, faults } = read([a, a, strange, altered])
    expect(labels.map(({ id }) => id)).toEqual(['a'])
    expect(faults.map(({ line, column }) => [line, column])).toEqual([
      [4, 'id'],
      [8, 'id'],
      [9, 'text'],
    ])
  })
})
