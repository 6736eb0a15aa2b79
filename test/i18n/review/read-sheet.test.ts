import { describe, expect, it } from 'vitest'
import { readSheet } from '../../../src/i18n/review/read-sheet.ts'
import { countReviewed, type Review, reviewOf } from '../../../src/i18n/review/reviews.ts'
import { type Column, COLUMNS, sheetOf } from '../../../src/i18n/review/sheet.ts'
import { templatesIn } from '../../../src/i18n/texts.ts'
import { grammarFaults } from '../../../src/understanding/tibetan/grammar.ts'

const KEY = 'conversation:x'
const texts = {
  zh: new Map([[KEY, '{{child}}可以上学。']]),
  bo: new Map([[KEY, '{{child}}སློབ་གྲྭར་འགྲོ་ཆོག']]),
  tibetanFaults: grammarFaults,
}
const BETTER = '{{child}}སློབ་གྲྭར་འགྲོ་བར་ཆོག'
const reader = { by: 'རྡོ་རྗེ', on: '2026-11-24' }

/** The sheet as written, its one text's line filled in by a reader. */
function readBack(filled: Partial<Record<Column, string>>, fallback = reader) {
  const lines = sheetOf(texts.zh, texts.bo, {}, () => 'conversation/decide.ts')
  const cells = COLUMNS.map((column, index) => filled[column] ?? lines[1]?.[index] ?? '')
  const at = new Map(COLUMNS.map((column, index) => [column, index]))
  return readSheet([{ line: 2, cells }], at, texts, fallback)
}

function standing(bo: string, review: Review | undefined) {
  return reviewOf(KEY, texts.zh.get(KEY) ?? '', bo, review === undefined ? {} : { [KEY]: review })
}

describe('a sheet that a reader of Tibetan worked in', () => {
  it('holds each text with its Chinese, its place and its standing', () => {
    const lines = sheetOf(templatesIn('zh-CN'), templatesIn('bo'), {}, () => '')
    expect(lines.length).toBe(templatesIn('zh-CN').size + 1)
    for (const line of lines.slice(1)) {
      expect(line[COLUMNS.indexOf('zh')]).not.toBe('')
      expect(line[COLUMNS.indexOf('bo')]).not.toBe('')
      expect(line[COLUMNS.indexOf('where')], line[0]).not.toBe('')
      expect(line[COLUMNS.indexOf('standing')]).toBe('未审 unreviewed')
    }
  })

  it.each(['ok', 'OK', '对', 'འགྲིག'])('makes a text reviewed by the verdict %s', (verdict) => {
    const { reviews, corrected, faults } = readBack({ verdict })
    expect(faults).toEqual([])
    expect(corrected.size).toBe(0)
    expect(standing(texts.bo.get(KEY) ?? '', reviews.get(KEY))).toMatchObject(reader)
  })

  it('takes a corrected text, and counts that wording as reviewed', () => {
    const { reviews, corrected } = readBack({ corrected: BETTER, by: 'ལྷ་མོ', on: '2026-11-20' })
    expect(corrected.get(KEY)).toBe(BETTER)
    expect(standing(BETTER, reviews.get(KEY))).toMatchObject({ by: 'ལྷ་མོ', on: '2026-11-20' })
  })

  it('takes a review back when either language is changed afterwards', () => {
    const review = readBack({ verdict: 'ok' }).reviews.get(KEY)
    expect(standing(BETTER, review)).toBeNull()
    expect(reviewOf(KEY, '别的话', texts.bo.get(KEY) ?? '', review ? { [KEY]: review } : {})).toBeNull()
  })

  it('says nothing of a line left alone, but keeps its note', () => {
    const { reviews, faults, notes } = readBack({ note: '?' })
    expect([reviews.size, faults.length]).toEqual([0, 0])
    expect(notes).toEqual([{ key: KEY, note: '?' }])
  })

  it.each<{ what: string; filled: Partial<Record<Column, string>>; column: Column; says: RegExp }>([
    { what: 'a name that is no text', filled: { key: 'x:y', verdict: 'ok' }, column: 'key', says: /no such/ },
    { what: 'an old wording', filled: { bo: 'ཡིན།', verdict: 'ok' }, column: 'bo', says: /changed after/ },
    { what: 'an unknown verdict', filled: { verdict: 'hm' }, column: 'verdict', says: /neither/ },
    { what: 'a day that is none', filled: { verdict: 'ok', on: '11/24' }, column: 'on', says: /YYYY-MM-DD/ },
    {
      what: 'a lost placeholder',
      filled: { corrected: 'སློབ་གྲྭར་འགྲོ་ཆོག' },
      column: 'corrected',
      says: /must be child, they are none/,
    },
    {
      what: 'Chinese left over',
      filled: { corrected: '{{child}}学校' },
      column: 'corrected',
      says: /not Tibetan: 学校/,
    },
    {
      what: 'a mark out of place',
      filled: { corrected: '{{child}}སློབ་གྲྭར་འགྲོ་ཆོག།' },
      column: 'corrected',
      says: /shad/,
    },
  ])('names $what by line and column, and takes nothing of it', ({ filled, column, says }) => {
    const { faults, reviews, corrected } = readBack(filled)
    expect(faults).toMatchObject([{ line: 2, column }])
    expect(faults[0]?.problem).toMatch(says)
    expect([reviews.size, corrected.size]).toEqual([0, 0])
  })

  it('needs a name to sign with', () => {
    expect(readBack({ verdict: 'ok' }, { ...reader, by: '' }).faults).toMatchObject([{ column: 'by' }])
  })
})

describe('how much is reviewed', () => {
  it('counts only what was read in its present wording', () => {
    const [[key = '', bo = ''] = []] = templatesIn('bo')
    const zh = templatesIn('zh-CN').get(key) ?? ''
    const of = readSheetOf(key, zh, bo)
    expect(countReviewed({ [key]: of })).toEqual({ texts: templatesIn('bo').size, reviewed: 1 })
    expect(countReviewed({ [key]: { ...of, of: 'another' } }).reviewed).toBe(0)
  })
})

function readSheetOf(key: string, zh: string, bo: string): Review {
  const cells = COLUMNS.map((column) => ({ key, zh, bo, verdict: 'ok' })[column as 'key'] ?? '')
  const at = new Map(COLUMNS.map((column, index) => [column, index]))
  const alone = { zh: new Map([[key, zh]]), bo: new Map([[key, bo]]), tibetanFaults: grammarFaults }
  const review = readSheet([{ line: 2, cells }], at, alone, reader).reviews.get(key)
  if (review === undefined) throw new Error('the sheet was not read')
  return review
}
