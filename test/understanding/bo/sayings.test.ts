import { describe, expect, it } from 'vitest'
import { readAnswer } from '../../../src/understanding/answer.ts'
import { understand } from '../../../src/understanding/understand.ts'
import sayings from './sayings.json' with { type: 'json' }

describe('what people of Gannan write is understood with the facts in it', () => {
  it.each(sayings)('$text', ({ text, ...meaning }) => {
    expect(understand(text)).toMatchObject({ language: 'bo', ...meaning })
  })
})

describe('a Tibetan reply to an asked question is read', () => {
  it.each([
    ['ཡིན།', true],
    ['རེད་གོ', true],
    ['ཡོད་ནི་རེད', true],
    ['ང་ཚོ་འབྲོག་པ་ཡིན', true],
    ['མིང་ཐོའི་ནང་ན་ཡོད', true],
    ['མིན་ལགས', false],
    ['མ་རེད།', false],
    ['མིང་ཐོར་མེད', false],
    ['yin', true],
    ['ma red', false],
  ])('yes or no: %s is %s', (text, value) => {
    expect(readAnswer(text, { kind: 'yes-no' })).toEqual({ value })
  })

  it.each([
    ['༡༢༠༠', 1200],
    ['བརྒྱད་བརྒྱ་ཙམ་ཡོད', 800],
    ['སྟོང་གཅིག', 1000],
    ['གཉིས་པ།', 2],
  ])('number: %s is %d', (text, value) => {
    expect(readAnswer(text, { kind: 'number' })).toEqual({ value })
  })

  it.each([
    ['རྨ་ཆུ་རྫོང་རེད', '623025'],
    ['བླ་བྲང', '623027'],
    ['དཔའ་རིས་ནས་ཡིན', '620623'],
  ])('county: %s is %s', (text, value) => {
    expect(readAnswer(text, { kind: 'county' })).toEqual({ value })
  })

  it.each(['མི་ཤེས', 'མི་ཤེས་གི', 'ངས་ཤེས་ཀྱི་མེད', 'ཧ་མི་གོ', 'ཤེས་ཀྱི་མི་འདུག'])('%s is "I do not know"', (text) => {
    expect(readAnswer(text, { kind: 'yes-no' })).toBe('dont-know')
    expect(readAnswer(text, { kind: 'number' })).toBe('dont-know')
  })
})
