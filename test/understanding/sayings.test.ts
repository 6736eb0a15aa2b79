import { describe, expect, it } from 'vitest'
import { understand } from '../../src/understanding/understand.ts'
import sayings from './zh/sayings.json' with { type: 'json' }

describe('what people of Gansu say is understood with the facts in it', () => {
  it.each(sayings)('$text', ({ text, ...meaning }) => {
    expect(understand(text)).toMatchObject({ language: 'zh-CN', ...meaning })
  })
})
