import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import type { Source } from '../register/reading/rows.ts'

const PIECE = 64 * 1024

/** A file as the imports read it; rejects where it cannot be opened. */
export async function fileSource(path: string): Promise<Source> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const piece of pieces(path)) {
    hash.update(piece)
    bytes += piece.length
  }
  return { name: basename(path), digest: hash.digest('hex'), bytes, open: () => pieces(path) }
}

/** Text made line by line, as the imports read it; `lines` makes it anew for each reading. */
export function textSource(name: string, lines: () => Iterable<string>): Source {
  const hash = createHash('sha256')
  for (const line of lines()) hash.update(line)
  return { name, digest: hash.digest('hex'), open: () => encoded(lines()) }
}

async function* pieces(path: string): AsyncIterable<Uint8Array> {
  for await (const piece of createReadStream(path, { highWaterMark: PIECE })) yield piece as Buffer
}

async function* encoded(lines: Iterable<string>): AsyncIterable<Uint8Array> {
  const encoder = new TextEncoder()
  let held = ''
  for (const line of lines) {
    held += line
    if (held.length < PIECE / 4) continue
    yield encoder.encode(held)
    held = ''
  }
  if (held !== '') yield encoder.encode(held)
}
