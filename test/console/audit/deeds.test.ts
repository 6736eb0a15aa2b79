import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { isTextKey } from '../../../src/i18n/texts.ts'

// A deed as the source writes it. What a role may do is written alike, of many: `cases.read`.
const DEED = /'((?:household|person|import|case|broadcast|office|sentence)\.[a-z-]+)'/g

const deeds = new Set(
  globSync('src/**/*.{ts,tsx}')
    .map((file) => readFileSync(file, 'utf8'))
    .filter((source) => source.includes('audit/entry.ts'))
    .flatMap((source) => [...source.matchAll(DEED)].map(([, deed = '']) => deed)),
)

describe('the log of what staff did', () => {
  it('is kept by a good part of the program', () => {
    expect(deeds.size).toBeGreaterThan(15)
  })

  it.each([...deeds])('tells %s in words', (deed) => {
    expect(isTextKey(`audit:did.${deed}`)).toBe(true)
  })
})
