import { describe, expect, it } from 'vitest'
import { termAsked } from '../../../src/conversation/hearing/manner/terms.ts'

describe('the meaning of a word of the plan', () => {
  it.each([
    ['建档立卡户是啥', 'registered'],
    ['什么叫两后生', 'leavers'],
    ['贴息是什么意思', 'interest'],
    ['སྐྱེད་ཀ་ཟེར་བ་ཅི་ཡིན', 'interest'],
    ['དམིགས་གསོ་ཟེར་བ་ཅི་རེད', 'directed'],
  ])('is asked: %s', (text, term) => {
    expect(termAsked(text)).toBe(term)
  })

  it.each(['推荐的条件是什么', '定向要交的材料是啥', '两后生有补助吗', 'འོས་སྦྱོར་གྱི་ཆ་རྐྱེན་ཅི་ཡིན', 'སྐྱེད་ཀ་སུས་སྤྲོད'])(
    'is not: %s',
    (text) => {
      expect(termAsked(text)).toBeNull()
    },
  )
})
