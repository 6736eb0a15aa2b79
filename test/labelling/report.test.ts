import { describe, expect, it } from 'vitest'
import { type Answered, compared, isWorse, readReport } from '../../src/labelling/report.ts'
import type { Label } from '../../src/labelling/sentence.ts'

const LOAN: Label = { intent: 'ask-how', topic: 'loan' }
const HOW: Label = { intent: 'ask-how', topic: null }
const OUT: Label = { intent: 'out-of-scope', topic: null }

function answered(
  wanted: Label,
  before: Label,
  after: Label,
  language: Answered['language'] = 'zh-CN',
): Answered {
  return { language, text: 'x', wanted, before, after }
}

function repeated(count: number, one: Answered): readonly Answered[] {
  return Array.from({ length: count }, () => one)
}

describe('what labels change', () => {
  it('is counted apart by language, in scope and out of it', () => {
    const { sets } = compared([
      answered(LOAN, HOW, LOAN),
      answered(LOAN, LOAN, LOAN),
      answered(OUT, OUT, LOAN),
      answered(LOAN, LOAN, OUT, 'bo'),
    ])
    expect(sets).toEqual([
      {
        language: 'zh-CN',
        understood: { of: 2, before: 1, after: 2 },
        refused: { of: 1, before: 1, after: 0 },
      },
      { language: 'bo', understood: { of: 1, before: 1, after: 0 }, refused: { of: 0, before: 0, after: 0 } },
    ])
  })

  it.each([
    { before: HOW, after: LOAN, turn: 'better' },
    { before: LOAN, after: HOW, turn: 'worse' },
    { before: HOW, after: OUT, turn: 'other' },
  ] as const)('names each sentence that flips, $turn', ({ before, after, turn }) => {
    const { flips } = compared([answered(LOAN, before, after), answered(LOAN, LOAN, LOAN)])
    expect(flips).toEqual([{ ...answered(LOAN, before, after), turn }])
  })

  it.each([
    { what: 'nothing flips', better: 0, worse: 0, isIt: false },
    { what: 'one of a thousand is lost', better: 0, worse: 1, isIt: false },
    { what: 'as many are won as lost', better: 9, worse: 9, isIt: false },
    { what: 'five are lost and none won', better: 0, worse: 5, isIt: true },
    { what: 'many more are lost than won', better: 10, worse: 25, isIt: true },
  ])('is worse only beyond chance: $what', ({ better, worse, isIt }) => {
    const all = [
      ...repeated(1000, answered(LOAN, LOAN, LOAN)),
      ...repeated(better, answered(LOAN, HOW, LOAN)),
      ...repeated(worse, answered(LOAN, LOAN, HOW)),
    ]
    expect(isWorse(compared(all))).toBe(isIt)
  })

  it('is worse where it falls below what is promised', () => {
    const refused = [...repeated(95, answered(OUT, OUT, OUT)), ...repeated(5, answered(OUT, HOW, HOW))]
    expect(isWorse(compared(refused))).toBe(false)
    expect(isWorse(compared([...refused.slice(1), answered(OUT, OUT, HOW)]))).toBe(true)
  })

  it('is read back as it was written, and from nothing else', () => {
    const report = {
      labels: 'a',
      data: 'b',
      learnt: [],
      leftOut: ['c'],
      ...compared([answered(LOAN, HOW, OUT)]),
    }
    expect(readReport(JSON.stringify(report))).toEqual(report)
    for (const other of ['', 'null', '[]', '{"labels":1}', JSON.stringify({ ...report, sets: 'x' })])
      expect(readReport(other)).toBeNull()
  })
})
