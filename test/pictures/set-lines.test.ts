import { describe, expect, it } from 'vitest'
import { piecesOf } from '../../src/pictures/pieces.ts'
import { setLines } from '../../src/pictures/set-lines.ts'
import { LANGUAGES, templatesIn } from '../../src/i18n/texts.ts'

const WIDTH = 400

/** Every sign as wide as a hanzi; a glyph's first coverage tells which piece it is of. */
function linesOf(text: string): readonly string[] {
  const seen: string[] = []
  const lines = setLines([{ role: 'words', ink: 'text', text }], WIDTH, (_, piece) => {
    const advance = 28 * (piece.match(/\P{M}/gu)?.length ?? 1)
    seen.push(piece)
    return { advance, left: 0, top: seen.length - 1, width: 0, height: 0, ink: new Uint8Array(0) }
  })
  return lines.map((line) => line.map(({ glyph }) => seen[glyph.top] ?? '').join(''))
}

const SENTENCES = LANGUAGES.flatMap((language) =>
  [...templatesIn(language)]
    .filter(([key]) => /^(policy:route|conversation:routes)\./.test(key))
    .map(([key, text]) => ({ language, key, text: text.replace(/\{\{\w+\}\}/g, '2000') })),
)

describe('words set in lines', () => {
  it.each(SENTENCES)('keep all of $key in $language', ({ text }) => {
    expect(linesOf(text).join('')).toBe(text.normalize('NFC'))
  })

  it.each(SENTENCES)('begin no line of $key with what closes or counts, in $language', ({ text }) => {
    for (const line of linesOf(text).slice(1)) expect(line).not.toMatch(/^[。，；：、）)”།་ ]/u)
  })

  it.each(SENTENCES)('end no line of $key inside a figure or a syllable, in $language', ({ text }) => {
    for (const line of linesOf(text).slice(0, -1)) expect(line).not.toMatch(/[\d（(“\u0f40-\u0fbc]$/u)
  })

  it('are pieces that hold a Tibetan syllable whole, its stacks and its tsheg', () => {
    expect(piecesOf('བརྒྱུད་སྤྲོད། 2000')).toEqual(['བརྒྱུད་', 'སྤྲོད', '།', ' ', '2', '0', '0', '0'])
  })
})
