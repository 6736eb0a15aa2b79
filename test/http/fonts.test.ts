import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { EVERYDAY, lettersOf } from '../../src/http/fonts/everyday.ts'
import { COUNTIES } from '../../src/regions/county.ts'

const TIBETAN = /[\u0f00-\u0fff]/g
const everyday = new Set(lettersOf(EVERYDAY))

/** Letters of a text that the everyday font does not hold. */
function beyond(text: string): readonly string[] {
  return [...new Set(text.match(TIBETAN) ?? [])].filter((letter) => !everyday.has(letter))
}

describe('the font of everyday Tibetan', () => {
  it.each(globSync('locales/bo/*.json'))('holds every letter of %s', (file) => {
    expect(beyond(readFileSync(file, 'utf8'))).toEqual([])
  })

  it('holds every letter of the counties’ names', () => {
    expect(beyond(COUNTIES.map(({ nameBo }) => nameBo ?? '').join())).toEqual([])
  })

  it('is asked for by the pages for just its letters', () => {
    const css = readFileSync('src/http/base.css', 'utf8')
    const [, range = ''] = /tibetan-everyday[^}]*unicode-range:([^;]+);/.exec(css) ?? []
    expect(lettersOf(range)).toBe(lettersOf(EVERYDAY))
  })
})
