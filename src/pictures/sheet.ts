import type { Language } from '../understanding/types.ts'
import type { Atlas, Glyph } from './atlas.ts'
import { type Ink, PALETTE, placeOf } from './inks.ts'
import type { Pixels } from './png.ts'
import { type GlyphOf, type Run, setLines } from './set-lines.ts'
import { type Mark, STYLES } from './styles.ts'

/** A sheet of paper that words and marks are put on, from the top down. */
export type Sheet = {
  /** Sets words in lines between two edges, the first one's top at `y`; gives where the next may begin. */
  readonly words: (runs: readonly Run[], y: number, left: number, right: number) => number
  /** Puts a mark with its left upper corner there. */
  readonly mark: (mark: Mark, ink: Ink, x: number, y: number) => void
  readonly bar: (ink: Ink, x: number, y: number, width: number, height: number) => void
  /** The picture, cut at `height`; null where something was to be drawn that the atlas does not have. */
  readonly pixels: (height: number) => Pixels | null
}

type Placed = { readonly glyph: Glyph; readonly ink: Ink; readonly x: number; readonly y: number }
type Bar = {
  readonly ink: Ink
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export function openSheet(atlas: Atlas, language: Language, width: number): Sheet {
  const placed: Placed[] = []
  const bars: Bar[] = []
  let isWhole = true

  const found = (glyph: Glyph | null): Glyph => {
    isWhole &&= glyph !== null
    return glyph ?? NOTHING
  }
  const glyphOf: GlyphOf = (role, piece) => found(atlas.glyph(language, role, piece))

  return {
    words: (runs, top, left, right) => {
      const leading = Math.max(...runs.map(({ role }) => STYLES[language][role].leading))
      const lines = setLines(runs, right - left, glyphOf)
      for (const [at, line] of lines.entries()) {
        const y = Math.round(top + leading * (at + BASELINE[language]))
        for (const { glyph, ink, x } of line) placed.push({ glyph, ink, x: left + x, y })
      }
      return top + leading * lines.length
    },
    mark: (mark, ink, x, y) => void placed.push({ glyph: found(atlas.mark(mark)), ink, x, y }),
    bar: (ink, x, y, wide, high) => void bars.push({ ink, x, y, width: wide, height: high }),
    pixels: (height) => {
      if (!isWhole) return null
      const at = new Uint8Array(width * height)
      for (const bar of bars) fill(at, width, bar)
      for (const one of placed) print(at, width, one)
      return { width, height, at, palette: PALETTE }
    },
  }
}

const NOTHING: Glyph = { advance: 0, left: 0, top: 0, width: 0, height: 0, ink: new Uint8Array(0) }

/** How far down its line the letters' foot stands: Tibetan hangs, its stacks reach far below. */
const BASELINE: Readonly<Record<Language, number>> = { 'zh-CN': 0.76, bo: 0.62 }

const WHOLE = 15

function fill(at: Uint8Array, width: number, { ink, x, y, width: wide, height: high }: Bar): void {
  for (let row = y; row < y + high; row++)
    at.fill(placeOf(ink) + WHOLE, row * width + x, row * width + x + wide)
}

function print(at: Uint8Array, width: number, { glyph, ink, x, y }: Placed): void {
  const place = placeOf(ink)
  for (let row = 0; row < glyph.height; row++) {
    const from = (y + glyph.top + row) * width + x + glyph.left
    for (let column = 0; column < glyph.width; column++) {
      const level = glyph.ink[row * glyph.width + column] ?? 0
      // Where pieces touch, the darker one stays.
      if (level > (at[from + column] ?? 0) % (WHOLE + 1)) at[from + column] = place + level
    }
  }
}
