import type { Language } from '../understanding/types.ts'
import drawn from './drawn.generated.json' with { type: 'json' }
import type { Mark, Role } from './styles.ts'

/** A piece as it was drawn: how far the next one stands from it, and where its ink lies about the pen, in pixels. */
export type Glyph = {
  readonly advance: number
  readonly left: number
  /** From the baseline, upwards negative. */
  readonly top: number
  readonly width: number
  readonly height: number
  /** Coverage from 0 to 15, row by row. */
  readonly ink: Uint8Array
}

export type Atlas = {
  /** A piece of words; null for one that was never drawn. */
  readonly glyph: (language: Language, role: Role, piece: string) => Glyph | null
  readonly mark: (mark: Mark) => Glyph | null
}

/** As stored, by their keys: a coverage is one hexadecimal digit. */
type Drawn = Readonly<Record<string, Omit<Glyph, 'ink'> & { readonly ink: string }>>

let opened: Atlas | undefined

/** What `npm run routes:draw` drew; read once. */
export function openAtlas(): Atlas {
  opened ??= atlasOf(drawn)
  return opened
}

/** The name a piece is stored under. */
export function pieceKey(language: Language, role: Role, piece: string): string {
  return `${language} ${role} ${piece}`
}

/** The name a mark is stored under. */
export function markKey(mark: Mark): string {
  return `mark ${mark}`
}

function atlasOf(pieces: Drawn): Atlas {
  const glyphs = new Map(
    Object.entries(pieces).map(([key, piece]) => [key, { ...piece, ink: coveragesOf(piece.ink) }]),
  )
  return {
    glyph: (language, role, piece) => glyphs.get(pieceKey(language, role, piece)) ?? null,
    mark: (mark) => glyphs.get(markKey(mark)) ?? null,
  }
}

function coveragesOf(digits: string): Uint8Array {
  return Uint8Array.from(digits, (digit) => Number.parseInt(digit, 16))
}
