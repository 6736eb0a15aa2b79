import { describe, expect, it } from 'vitest'
import { readBorn } from '../../src/understanding/birth-date.ts'

describe('a birth date told in passing', () => {
  it.each([
    ['娃2019年生的上小学', '2019-01-01'],
    ['二零一九年三月生的娃上学前班', '2019-03-01'],
    ['娃是一九年的', '2019-01-01'],
    ['娃15年的上三年级', '2015-01-01'],
    ['我85年的，娃是一五年的', '2015-01-01'],
    ['娃2020年5月6日出生', '2020-05-06'],
    ['娃生于2017.9.1', '2017-09-01'],
    ['出生日期:2017年9月', '2017-09-01'],
    ['我98年生的', '1998-01-01'],
  ])('is read: %s', (text, born) => {
    expect(readBorn(text, 'zh-CN')).toBe(born)
  })

  it.each([
    ['ཕྲུ་གུ་2019ལོར་སྐྱེས་པ་ཡིན', '2019-01-01'],
    ['ཕྲུ་གུ་2019ལོའི་ཟླ་བ་5ཚེས་6སྐྱེས', '2019-05-06'],
  ])('is read: %s', (text, born) => {
    expect(readBorn(text, 'bo')).toBe(born)
  })

  it.each(['助学贷款是18年的', '18年的贷款还清了', '2019年生源地贷款', '学生2019年的补助', '娃2019年上的学'])(
    'is none in %s',
    (text) => {
      expect(readBorn(text, 'zh-CN')).toBeNull()
    },
  )
})
