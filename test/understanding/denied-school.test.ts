import { describe, expect, it } from 'vitest'
import { understand } from '../../src/understanding/understand.ts'

describe('a school that is denied', () => {
  it.each([
    '不上高中了',
    '高中没考上',
    '不念初中了',
    '大学没考上',
    '不是高中',
    'མཐོ་འབྲིང་ལ་མ་སོང་།',
    'མཐོ་འབྲིང་མིན།',
  ])('is nobody’s: %s', (text) => {
    expect(understand(text).stage).toBeNull()
  })

  it.each([
    ['娃初三，高中没考上', 'junior'],
    ['能不能上高中', 'senior'],
    ['没钱上高中', 'senior'],
    ['高中不收学费吧', 'senior'],
    ['中考没考上咋办', 'junior'],
    ['མཐོ་འབྲིང་ལ་སོང་།', 'senior'],
  ])('leaves the one that is told or asked about: %s', (text, stage) => {
    expect(understand(text).stage).toBe(stage)
  })
})
