import { fromBase64 } from '../privacy/base64.ts'
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

/** As stored: where each piece's ink begins in `ink`, which is two coverages a byte, deflated, as base64. */
export type Drawn = {
  readonly pieces: Readonly<Record<string, readonly number[]>>
  readonly ink: string
}

let opened: Promise<Atlas> | undefined

/** What `npm run routes:draw` drew; unpacked once. */
export function openAtlas(): Promise<Atlas> {
  opened ??= unpack(drawn)
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

async function unpack({ pieces, ink }: Drawn): Promise<Atlas> {
  const packed = await inflated(fromBase64(ink))
  const glyphs = new Map(Object.entries(pieces).map(([key, piece]) => [key, glyphOf(piece, packed)]))
  return {
    glyph: (language, role, piece) => glyphs.get(pieceKey(language, role, piece)) ?? null,
    mark: (mark) => glyphs.get(markKey(mark)) ?? null,
  }
}

function glyphOf(piece: readonly number[], packed: Uint8Array): Glyph {
  const [advance = 0, left = 0, top = 0, width = 0, height = 0, from = 0] = piece
  const ink = new Uint8Array(width * height)
  for (let at = 0; at < ink.length; at++) {
    const pair = packed[from + (at >> 1)] ?? 0
    ink[at] = at % 2 === 0 ? pair >> 4 : pair & 15
  }
  return { advance, left, top, width, height, ink }
}

async function inflated(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}
