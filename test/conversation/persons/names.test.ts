import { describe, expect, it } from 'vitest'
import { nameAsked } from '../../../src/conversation/persons/names.ts'

describe('what a few words ask of', () => {
  it.each([
    ['那王小二呢', '王小二'],
    ['李秀英呢？', '李秀英'],
    ['བསོད་ནམས་ནི', 'བསོད་ནམས'],
    ['འོ་ན་ཚེ་རིང་ནི', 'ཚེ་རིང'],
  ])('is a person by name: %s', (text, name) => {
    expect(nameAsked(text)).toBe(name)
  })

  it.each(['那费用呢', '那文具呢', '时间呢', '那大女儿呢', '那高职呢', 'སློབ་ཡོན་ནི', 'ཁ་པར་ནི', 'བུ་ཆུང་བ་ནི'])(
    'is no name: %s',
    (text) => {
      expect(nameAsked(text)).toBeNull()
    },
  )
})
