import { describe, expect, it } from 'vitest'
import { plainCell, safeCell } from '../../src/spreadsheet/safe-cell.ts'

describe('a text in a download', () => {
  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '  =1',
    '＝1+1',
    '＋1',
    '－1',
    '＠SUM(A1)',
    '\u3000＝1',
    '\u200b=1',
    '\ufeff=1',
    '|cmd',
    '%0A',
  ])('%j is no formula to any spreadsheet program', (text) => {
    expect(safeCell(text)).toBe(`'${text}`)
    expect(plainCell(safeCell(text))).toBe(text)
  })

  it.each(['王志强', '2026-09-05', '62122310020100000010', '', '城关镇 - 旧城村', 'བཀྲ་ཤིས'])(
    '%j stays as it is',
    (text) => {
      expect(safeCell(text)).toBe(text)
      expect(plainCell(text)).toBe(text)
    },
  )

  it.each(["'", "'王志强", "''=1"])('%j, an apostrophe of its own before it, is read as it is', (text) => {
    expect(plainCell(text)).toBe(text)
  })
})
