import { describe, expect, it } from 'vitest'
import { BO } from '../../../src/understanding/lexicon/bo.ts'
import { lexiconOf } from '../../../src/understanding/lexicon/compiled.ts'

const { units, canonical } = lexiconOf('bo')

describe('Tibetan standard words', () => {
  it('are left whole by the shorter synonyms within them', () => {
    const broken = Object.keys(BO.synonyms).filter(
      (word) => canonical(units(word)).join(' ') !== units(word).join(' '),
    )
    expect(broken).toEqual([])
  })

  it('are not what half a longer word stands for', () => {
    const halves = ['ག', 'ཤ', 'སྤྲོད', 'ན']
    expect(halves.filter((unit) => canonical([unit]).join(' ') !== unit)).toEqual([])
  })
})
