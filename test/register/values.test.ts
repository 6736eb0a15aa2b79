import { describe, expect, it } from 'vitest'
import { cellText } from '../../src/register/values/cell.ts'
import { readCounty } from '../../src/register/values/county.ts'
import { readDay, readYear } from '../../src/register/values/day.ts'
import { readRural, readTelephones } from '../../src/register/values/household-values.ts'
import {
  readOccupation,
  readSchooling,
  readSchoolStatus,
  readSex,
} from '../../src/register/values/person-values.ts'
import { readRelation } from '../../src/register/values/relation.ts'
import { readSchoolPlace } from '../../src/register/values/school-place.ts'
import * as cases from './value-cases.ts'

describe('a cell of the register', () => {
  it.each(['-', '无', '', '   ', '　', '－'])('is empty where it holds %j', (cell) => {
    expect(cellText(cell)).toBe('')
  })

  it('is read without outer spaces and full width', () => {
    expect(cellText('　０３　')).toBe('03')
    expect(cellText(' 张三\u00A0')).toBe('张三')
  })
})

describe('each column says what register.md lists', () => {
  it.each(cases.SCHOOL_STATUS)('school status %s', (text, value) => {
    expect(readSchoolStatus(text)).toEqual(value)
  })

  it.each(cases.SCHOOLING)('schooling %s', (text, completed) => {
    expect(readSchooling(text)?.completed ?? null).toBe(completed)
  })

  it.each(cases.RELATIONS)('relation %s', (text, value) => {
    const found = readRelation(text)
    expect(found === null ? null : [found.relation, found.sex]).toEqual(value)
  })

  it.each(cases.COUNTIES)('county %s', (text, code) => {
    expect(readCounty(text)).toBe(code)
  })

  it.each(cases.SCHOOL_PLACES)('school in %s', (text, place) => {
    expect(readSchoolPlace(text, '621223')).toBe(place)
  })

  it.each(cases.TELEPHONES)('telephone %s', (text, numbers) => {
    expect(readTelephones(text)).toEqual(numbers)
  })

  it.each(cases.DAYS)('identified %s', (text, day) => {
    expect(readDay(text)).toBe(day)
  })

  it.each([
    ['2018', 2018],
    ['2018年', 2018],
    ['2018年度', 2018],
    ['2018-12', 2018],
    ['2018-12-31', 2018],
    ['20181231', 2018],
    ['2018.0', 2018],
    ['43830', 2019],
    ['18', null],
    ['20188', null],
  ])('year lifted %s', (text, year) => {
    expect(readYear(text)).toBe(year)
  })

  it.each([
    ['村医', 'village-doctor'],
    ['乡村医生', 'village-doctor'],
    ['乡村教师', 'rural-teacher'],
    ['退休教师', 'retired-teacher'],
    ['务农', 'other'],
  ])('occupation %s', (text, occupation) => {
    expect(readOccupation(text)).toBe(occupation)
  })

  it.each([
    ['农业', true],
    ['农业户口', true],
    ['非农业', false],
    ['非农业户口', false],
    ['不详', null],
  ])('registration %s', (text, rural) => {
    expect(readRural(text)).toBe(rural)
  })

  it('takes no sex from a code, since lists disagree on it', () => {
    expect([readSex('1'), readSex('2'), readSex('男'), readSex('女')]).toEqual([null, null, 'male', 'female'])
  })
})
