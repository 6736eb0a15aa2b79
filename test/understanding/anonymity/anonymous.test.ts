import { describe, expect, it } from 'vitest'
import { anonymous } from '../../../src/understanding/anonymity/anonymous.ts'
import { readLabelled } from '../labelled.ts'
import { HIDING } from './hiding.ts'

describe('a sentence made anonymous', () => {
  it.each(HIDING)('hides $what', ({ text, gone, left }) => {
    const kept = anonymous(text, []) ?? ''
    for (const personal of gone) expect(kept).not.toContain(personal)
    expect(kept).toContain(left)
  })

  it.each([
    { name: '才让东珠', text: '东珠的学费', gone: '东珠' },
    { name: '冶草湾', text: '冶草湾的娃能免学费不', gone: '冶草湾' },
    { name: 'ལྷུན་གྲུབ་འབུམ', text: 'ལྷུན་གྲུབ་འབུམ་གྱི་སློབ་ཡོན།', gone: 'ལྷུན་གྲུབ' },
    { name: '劉佳', text: '刘佳上大学了', gone: '刘佳' },
    { name: '刘佳', text: '劉佳上大學了', gone: '佳' },
  ])('hides what the record of its writer knows: $name', ({ name, text, gone }) => {
    expect(anonymous(text, [name])).not.toContain(gone)
  })

  it.each(['13812345678', '王小明', 'ཚེ་རིང', '***', 'ok', '', '😀'])(
    'is nothing where nothing else was said: %s',
    (text) => {
      expect(anonymous(text, [])).toBeNull()
    },
  )

  it('keeps a county, a year of school, a sum in words, a programme', () => {
    for (const text of [
      '宕昌县的娃上高中补多少',
      '三年级二班的娃能免几百块',
      '助学贷款一年两万够不够',
      'སློབ་ཡོན་ཆག་ཡང་ལོ་རེར་སྟོང་གཅིག་ཡིན་ནམ།',
      'བཀྲ་ཤིས་བདེ་ལེགས།',
    ])
      expect(anonymous(text, [])).toBe(text)
  })

  it.each([
    { file: 'zh/held-out', most: 0.02 },
    { file: 'zh/manners', most: 0.06 },
    { file: 'bo/held-out', most: 0.02 },
    { file: 'bo/manners', most: 0.02 },
  ])('hides little of sentences that name nobody: $file', ({ file, most }) => {
    const sentences = readLabelled(new URL(`../${file}.tsv`, import.meta.url))
    const hidden = sentences.filter(({ text }) => anonymous(text, [])?.includes('***'))
    expect(hidden.length / sentences.length).toBeLessThan(most)
  })

  it('hides no more the second time', () => {
    for (const { text } of HIDING) {
      const once = anonymous(text, [])
      expect(anonymous(once ?? '', [])).toBe(once)
    }
  })
})
