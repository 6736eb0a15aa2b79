import { describe, expect, it } from 'vitest'
import { type Question, readAnswer } from '../../src/understanding/answer.ts'

const today = '2026-11-23'
const stages: Question = {
  kind: 'choice',
  options: [
    { id: 'preschool', words: ['幼儿园', '学前班'] },
    { id: 'primary', words: ['小学'] },
    { id: 'junior', words: ['初中'] },
    { id: 'not-in-school', words: ['没上学', '打工'] },
  ],
}

describe('a reply to an asked question is read', () => {
  it.each([
    ['1', 'preschool'],
    ['２', 'primary'],
    ['③', 'junior'],
    ['四', 'not-in-school'],
    ['第二个', 'primary'],
    ['选3', 'junior'],
    ['༢', 'primary'],
    ['上小学', 'primary'],
    ['娃在幼儿园', 'preschool'],
    ['念初中', 'junior'],
    ['在外面打工', 'not-in-school'],
    ['2.', 'primary'],
    ['壹', 'preschool'],
  ])('choice: %s is %s', (text, value) => {
    expect(readAnswer(text, stages)).toEqual({ value })
  })

  it.each([
    ['是', true],
    ['对着呢', true],
    ['有', true],
    ['YES', true],
    ['1', true],
    ['不是', false],
    ['没有', false],
    ['2', false],
    ['no', false],
    ['不是农村的', false],
    ['是农村户口', true],
  ])('yes or no: %s is %s', (text, value) => {
    expect(readAnswer(text, { kind: 'yes-no' })).toEqual({ value })
  })

  it.each([
    ['1200', 1200],
    ['1200人', 1200],
    ['一千二', 1200],
    ['两万', 20000],
    ['一千二百多人', 1200],
    ['1,200', 1200],
    ['大概八百人吧', 800],
    ['1.2万', 12000],
    ['九百零五', 905],
    ['一万三', 13000],
    ['３００', 300],
    ['༡༢༠༠', 1200],
    ['十五', 15],
    ['二百五', 250],
    ['两千零五十', 2050],
  ])('number: %s is %d', (text, value) => {
    expect(readAnswer(text, { kind: 'number' })).toEqual({ value })
  })

  it.each([
    ['2019年3月', '2019-03-01'],
    ['2019年3月5日', '2019-03-05'],
    ['2019-3-5', '2019-03-05'],
    ['2019.03', '2019-03-01'],
    ['20190305', '2019-03-05'],
    ['二零一九年三月', '2019-03-01'],
    ['19年3月', '2019-03-01'],
    ['5岁', '2021-11-23'],
    ['五岁半', '2021-11-23'],
    ['娃六岁了', '2020-11-23'],
    ['7', '2019-11-23'],
    ['2019', '2019-01-01'],
    ['2019年', '2019-01-01'],
  ])('birth date: %s is %s', (text, value) => {
    expect(readAnswer(text, { kind: 'birth-date', today })).toEqual({ value })
  })

  it.each([
    ['宕昌', '621223'],
    ['宕昌县', '621223'],
    ['我们是天祝的', '620623'],
    ['621223', '621223'],
  ])('county: %s is %s', (text, value) => {
    expect(readAnswer(text, { kind: 'county' })).toEqual({ value })
  })

  it.each(['不知道', '不清楚', '不晓得', '我也说不上', "don't know"])(
    '%s is "I do not know", whatever was asked',
    (text) => {
      for (const question of [
        stages,
        { kind: 'yes-no' },
        { kind: 'number' },
        { kind: 'birth-date', today },
        { kind: 'county' },
      ] as const) {
        expect(readAnswer(text, question)).toBe('dont-know')
      }
    },
  )

  it.each([
    ['9', stages],
    ['今天下雨', stages],
    ['今天下雨', { kind: 'yes-no' }],
    ['རྨ་ཆུ་ན་ཡོད', { kind: 'yes-no' }],
    ['好多', { kind: 'number' }],
    ['2030年1月', { kind: 'birth-date', today }],
    ['2019年13月', { kind: 'birth-date', today }],
    ['临夏', { kind: 'county' }],
    ['', stages],
  ] as const)('%s answers nothing of %j', (text, question) => {
    expect(readAnswer(text, question)).toBeNull()
  })
})
