import type { Glyph } from './atlas.ts'
import type { Ink } from './inks.ts'
import { mayBreak, piecesOf } from './pieces.ts'
import type { Role } from './styles.ts'

/** Words in one style. */
export type Run = { readonly role: Role; readonly ink: Ink; readonly text: string }

/** A glyph of a line, so far from its beginning. */
export type SetGlyph = { readonly glyph: Glyph; readonly ink: Ink; readonly x: number }

/** Finds the glyph of a piece. */
export type GlyphOf = (role: Role, piece: string) => Glyph

type Piece = { readonly text: string; readonly glyph: Glyph; readonly ink: Ink }

/** Sets words in lines of at most `width` pixels, ended where the script lets a line end. */
export function setLines(
  runs: readonly Run[],
  width: number,
  glyphOf: GlyphOf,
): readonly (readonly SetGlyph[])[] {
  const pieces = runs.flatMap(({ role, ink, text }) =>
    piecesOf(text).map((piece): Piece => ({ text: piece, glyph: glyphOf(role, piece), ink })),
  )
  const lines: SetGlyph[][] = [[]]
  let x = 0
  for (const word of unbroken(pieces)) {
    if (x > 0 && x + widthOf(word) > width) {
      lines.push([])
      x = 0
    }
    for (const { glyph, ink } of word) {
      lines.at(-1)?.push({ glyph, ink, x: Math.round(x) })
      x += glyph.advance
    }
  }
  return lines
}

// The pieces between two places where a line may end.
function unbroken(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const words: Piece[][] = []
  for (const [at, piece] of pieces.entries()) {
    const before = pieces[at - 1]
    if (before === undefined || mayBreak(before.text, piece.text)) words.push([piece])
    else words.at(-1)?.push(piece)
  }
  return words
}

// A space may hang over the end of a line.
function widthOf(word: readonly Piece[]): number {
  return word
    .slice(0, word.findLastIndex(({ text }) => text !== ' ') + 1)
    .reduce((width, { glyph }) => width + glyph.advance, 0)
}
