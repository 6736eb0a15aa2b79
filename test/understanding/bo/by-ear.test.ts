import { describe, expect, it } from 'vitest'
import { mendByEar } from '../../../src/understanding/tibetan/by-ear.ts'
import commonSyllables from '../../../src/understanding/tibetan/common-syllables.json' with { type: 'json' }
import { syllables } from '../../../src/understanding/tibetan/syllables.ts'
import { understand } from '../../../src/understanding/understand.ts'
import { fc } from '../../property.ts'

const mended = (text: string) => mendByEar(syllables(text)).join(' ')

describe('Tibetan written by ear', () => {
  it.each([
    ['བྱོང་བརྡར', 'སྦྱོང བརྡར', 'no superscript and no prefix'],
    ['ལག་ཙལ', 'ལག རྩལ', 'a root for one with a superscript'],
    ['སློབ་སྦྱོན', 'སློབ སྦྱོང', 'another last letter'],
    ['ཁྱིམ་ཙང', 'ཁྱིམ ཚང', 'no breath'],
    ['ལས་རིཀས', 'ལས རིགས', 'a hard root for a soft last letter'],
    ['དངུལ་པུན', 'དངུལ པུན', 'a slip that the lexicon has, left to its synonyms'],
    ['ཐང་ཀླིང', 'ཐང ཀླིང', 'nothing, where no word of ours is made'],
    ['ཀླིང', 'ཀླིང', 'nothing, where it stands alone'],
  ])('%s is read as %s: %s', (written, meant) => {
    expect(mended(written)).toBe(meant)
  })

  it('is mended once: mending again changes nothing', () => {
    const stems = fc.oneof(
      fc.constantFrom(...commonSyllables),
      fc.constantFrom('བྱོང', 'ཙལ', 'གྲིང', 'བརྡད', 'འབྲིན', 'ཀླིང', 'དཔུལ', 'སྐན'),
    )
    fc.assert(
      fc.property(fc.array(stems, { maxLength: 12 }), (words) => {
        const once = mendByEar(syllables(words.join('་')))
        expect(mendByEar(once)).toEqual(once)
      }),
    )
  })

  it.each([
    ['ལག་ཙལ་བྱོང་དར་ལ་འགྲོ་ཆོག་གམ', 'training'],
    ['བྱིས་པའི་ཀླིང་ལ་དངུལ་ག་ཚོད་ཆག', 'kindergarten'],
    ['འབྲིང་རིམ་ལས་རིཀས་སློབ་གྲྭ་ལ་སློབ་ཡོན་དགོས་སམ', 'secondary-vocational'],
  ])('%s is asked about a programme all the same', (text, topic) => {
    expect(understand(text)).toMatchObject({ intent: 'ask-programme', topic })
  })
})
