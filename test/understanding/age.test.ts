import { describe, expect, it } from 'vitest'
import { readAge } from '../../src/understanding/age.ts'

describe('the age a sentence names', () => {
  it.each([
    ['娃3岁了上幼儿园免多少', 3],
    ['娃三周岁', 3],
    ['娃三岁半能上幼儿园不', 3],
    ['六岁零两个月能上一年级吗', 6],
    ['老三五岁', 5],
    ['我今年四十五岁想学电焊', 45],
    ['不到三岁的娃', 2],
    ['娃快满三岁了', 2],
    ['娃三岁不到', 2],
    ['娃虚岁五岁', 4],
    ['娃他爸四十二岁，娃十二岁', 12],
    ['孙子四岁，爷爷六十五岁', 4],
    ['我四十岁娃十岁', 10],
    ['娃12上初一', 12],
    ['我姑娘18了考上大专', 18],
    ['老大十五老二九岁', 15],
    ['女儿快十七了', 16],
  ])('is the pupil’s, in full years: %s', (text, years) => {
    expect(readAge(text)).toBe(years)
  })

  it.each(['娃一上学就哭', '老二三年级', '老大12月生的', '孩子20块钱', '儿子2016年上的学', '三百岁'])(
    'is none in %s',
    (text) => {
      expect(readAge(text)).toBeNull()
    },
  )
})
