import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../../../src/i18n/texts.ts'
import { suggestionsFor } from '../../../src/channels/simulator/suggestions.ts'
import { understand } from '../../../src/understanding/understand.ts'

const IDS = [
  'kindergarten',
  'vocational',
  'final-year',
  'herders',
  'lifted',
  'three-children',
  'stranger',
] as const

describe.each(IDS)('what %s might ask', (id) => {
  it.each(suggestionsFor({ id, language: 'zh-CN' }))('is understood: $text', ({ text, language }) => {
    const { intent, language: heard } = understand(text)
    expect(intent).not.toBe('out-of-scope')
    expect(heard).toBe(language)
  })

  it.each(LANGUAGES)('comes in %s first where the family speaks it', (language) => {
    const first = suggestionsFor({ id, language })[0]
    expect(first?.language).toBe(language)
  })
})
