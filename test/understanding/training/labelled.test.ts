import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readFolder, readLabelled } from '../../../src/understanding/training/examples.ts'
import { evaluationSentences, keptAside } from '../../../src/understanding/training/kept-aside.ts'
import { addLabelled, type LabelledExample } from '../../../src/understanding/training/labelled.ts'
import { fitSoftmax, type Sample } from '../../../src/understanding/training/softmax.ts'

const UNIFORMS: LabelledExample = {
  language: 'zh-CN',
  text: '校服钱谁出',
  intent: 'out-of-scope',
  topic: null,
}
const LOAN: LabelledExample = { language: 'bo', text: 'དངུལ་བུན།', intent: 'ask-how', topic: 'loan' }

let data: URL

beforeEach(() => {
  data = pathToFileURL(`${mkdtempSync(`${tmpdir()}/labelled-`)}/`)
  for (const code of ['zh/', 'bo/']) mkdirSync(new URL(code, data))
  writeFileSync(new URL('zh/known.tsv', data), '学费多少\task-benefits\t\n')
})

afterEach(() => rmSync(data, { recursive: true }))

describe('labelled sentences', () => {
  it('are added to their language’s training data, in a file of their own', () => {
    expect(addLabelled(data, [UNIFORMS, LOAN])).toEqual([UNIFORMS, LOAN])
    const { language: _, ...example } = LOAN
    expect(readLabelled(new URL('bo/', data))).toEqual([{ ...example, later: true }])
    expect(readFolder(new URL('zh/', data)).map(({ text }) => text)).toEqual(['学费多少'])
    expect(readFileSync(new URL('zh/labelled.tsv', data), 'utf8')).toMatch(
      /^#.*\n校服钱谁出\tout-of-scope\t\n$/,
    )
  })

  it('are added once, whatever their marks, and after those of before', () => {
    addLabelled(data, [UNIFORMS])
    expect(
      addLabelled(data, [
        { ...UNIFORMS, text: '校服钱，谁出？' },
        { ...UNIFORMS, text: '学费 多少' },
      ]),
    ).toEqual([])
    addLabelled(data, [{ ...UNIFORMS, text: '# 书包\t谁买' }])
    expect(readLabelled(new URL('zh/', data)).map(({ text }) => text)).toEqual(['校服钱谁出', '书包 谁买'])
  })

  it('are known where they stand in an evaluation set', () => {
    const isEvaluated = evaluationSentences()
    for (const language of ['zh-CN', 'bo'] as const)
      for (const { text } of keptAside(language)) expect(isEvaluated(` ${text}！`)).toBe(true)
    expect(isEvaluated('校服钱谁出，谁来买书包')).toBe(false)
  })

  it('move none of the others when they are learnt from', () => {
    const sample = (name: string, label: string): Sample => ({
      features: [{ names: [name], value: 1 }],
      label,
    })
    const others = Array.from({ length: 40 }, (_, at) =>
      sample(`word ${at % 7}`, at % 3 === 0 ? 'yes' : 'no'),
    )
    const options = { epochs: 3, rate: 0.25, decay: 0, dropout: 0.4, atLeast: () => 1 }
    const apart = { ...sample('another word', 'yes'), features: [], later: true as const }
    const one = fitSoftmax([...others, apart], options).rows.get('word 3') ?? []
    const two = fitSoftmax([...others, apart, apart], options).rows.get('word 3') ?? []
    const none = fitSoftmax(others, options).rows.get('word 3') ?? []
    // Only by what the bias learnt, never by another order.
    for (const row of [one, two])
      for (const [at, weight] of row.entries()) expect(weight).toBeCloseTo(none[at] ?? Number.NaN, 1)
  })
})
