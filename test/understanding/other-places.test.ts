import { describe, expect, it } from 'vitest'
import { understand } from '../../src/understanding/understand.ts'

const OUTSIDE = 'out-of-province'

describe('where a grown-up works', () => {
  it.each([
    '男人在新疆打工，娃上幼儿园要钱吗',
    '我在新疆打工娃在老家上幼儿园',
    '他爸去内蒙干活 娃上小学有补助吗',
    '我在兰州，娃上幼儿园能免吗',
    '我女儿嫁到外县了，外孙上幼儿园',
    'ང་ཟི་ལིང་ན་ལས་ཀ་བྱེད་གི་ཡོད། ཕྲུ་གུ་བྱིས་པའི་གླིང་ལ་འགྲོ་གི་ཡོད། ཆག་གམ།',
    'ཨ་ཕ་ལྷ་སར་ཚོང་རྒྱག་གི་ཡོད། བུ་མོ་བྱིས་པའི་གླིང་ལ་འགྲོ་གི་ཡོད།',
  ])('is no place of school: %s', (text) => {
    expect(understand(text).said.schoolPlace).toBeUndefined()
  })

  it.each([
    ['我在西宁打工，娃在宕昌上幼儿园', '621223'],
    ['娃他爸在舟曲干活，娃上幼儿园能免吗', null],
    ['我在城关区上班，我家宕昌的', '621223'],
    ['ཨ་ཕ་འབྲུག་ཆུ་རྫོང་ན་ལས་ཀ་བྱེད་གི་ཡོད། ཕྲུ་གུ་བྱིས་པའི་གླིང་ལ་འགྲོ་གི་ཡོད།', null],
  ])('is no county of the family: %s', (text, county) => {
    expect(understand(text).county).toBe(county)
  })

  it.each([
    ['男人在新疆打工，娃在成都上幼儿园要钱吗', OUTSIDE],
    ['我在县里上班，娃在外县上幼儿园', 'in-province'],
    ['我在兰州上大学，能贷款吗', 'in-province'],
    ['娃在河南读大专', OUTSIDE],
    ['ང་ལན་ཀྲོའུ་ན་ལས་ཀ་བྱེད། ཕྲུ་གུ་ཁྲེང་ཏུ་ནས་སློབ་གྲྭར་འགྲོ་གི་ཡོད།', OUTSIDE],
    ['ཕྲུ་གུ་རྫོང་གཞན་ནས་བྱིས་པའི་གླིང་ལ་འགྲོ་གི་ཡོད།', 'in-province'],
  ])('leaves the child’s own school: %s', (text, place) => {
    expect(understand(text).said.schoolPlace).toBe(place)
  })

  it.each(['孩子爸在外打工', '娃他妈出去打工了', '我男人在工地打工'])(
    'is no child out of school: %s',
    (text) => {
      expect(understand(text).stage).toBeNull()
    },
  )
})

describe('where somebody is said not to be', () => {
  it.each(['不在本县', '没在县里上', '不是本县的', 'རང་རྫོང་ན་མེད', 'རང་རྫོང་མིན'])(
    'is no place of school: %s',
    (text) => {
      expect(understand(text).said.schoolPlace).toBeUndefined()
    },
  )

  it.each([
    ['在本县', 'home-county'],
    ['不在本县，在兰州上', 'in-province'],
    ['རང་རྫོང་ན་ཡོད', 'home-county'],
  ])('leaves where they are: %s', (text, place) => {
    expect(understand(text).said.schoolPlace).toBe(place)
  })
})
