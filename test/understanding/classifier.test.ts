import { describe, expect, it } from 'vitest'
import { digested, written } from '../../src/understanding/classifier/naming.ts'
import models from '../../src/understanding/model.generated.json' with { type: 'json' }

describe('the names of features', () => {
  it.each(['zh-CN', 'bo'] as const)('are told apart by their digests: %s', (language) => {
    const { intent, topic } = models[language]
    const names = new Set(['', ...`${intent.features}\n${topic.features}`.split('\n')])
    expect(new Set([...names].map((name) => digested(null, name))).size).toBe(names.size)
  })

  it('are digested piece by piece as in one', () => {
    const pieces = ['~', '幼儿园', ' ', 'སློབ']
    const whole = pieces.reduce<string | null>(written, null) ?? ''
    expect(pieces.reduce<number | null>(digested, null)).toBe(digested(null, whole))
  })
})
