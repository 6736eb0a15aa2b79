import { describe, expect, it } from 'vitest'
import { filled, placeholdersIn, readTemplate } from '../../../src/broadcasts/texts/template.ts'

const VALUES = { child: '王志强', programme: '中职助学金', sum: '2000', county: '宕昌县' }

const READ: readonly (readonly [text: string, filled: string])[] = [
  ['请尽快申请。', '请尽快申请。'],
  ['{{child}}可以申请{{programme}}，每学年{{sum}}元。', '王志强可以申请中职助学金，每学年2000元。'],
  ['{{ child }}，{{child}}', '王志强，王志强'],
  ['{{child}}ལ་{{programme}}ཡོད།', '王志强ལ་中职助学金ཡོད།'],
  ['{{county}}', '宕昌县'],
]

const REFUSED: readonly (readonly [text: string, problem: RegExp])[] = [
  ['{{name}}您好', /only \{\{child\}\}/],
  ['{{}}您好', /only/],
  ['{{toString}}', /only/],
  ['{child}您好', /brace/],
  ['{{child}您好', /brace/],
  ['｛｛child｝｝您好', /brace/],
  ['{{孩子}}您好', /brace/],
]

describe('a broadcast’s text', () => {
  it.each(READ)('%s is filled', (text, expected) => {
    const read = readTemplate(text)
    expect(read.ok && filled(read.template, VALUES)).toBe(expected)
  })

  it.each(REFUSED)('%s is not taken', (text, problem) => {
    expect(readTemplate(text)).toMatchObject({ ok: false, problem: expect.stringMatching(problem) as string })
  })

  it('tells its placeholders, each once', () => {
    const read = readTemplate('{{sum}}{{child}}{{sum}}')
    expect(read.ok && placeholdersIn(read.template)).toEqual(['sum', 'child'])
  })
})
