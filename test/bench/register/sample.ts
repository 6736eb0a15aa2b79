import { createReadStream, createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { gansuPlaces } from '../../../src/cli/gansu-places.ts'
import { sampleLines } from '../../../src/register/sample/sample.ts'

/** Writes the first `rows` rows of what `register:sample` writes, faults and all, to a CSV file. */
export async function writeSample(file: string, rows: number): Promise<void> {
  await pipeline(Readable.from(firstRows(rows)), createWriteStream(file))
}

function* firstRows(rows: number): Generator<string> {
  const lines = sampleLines({
    households: rows,
    seed: 1,
    takenOn: '2026-06-30',
    places: gansuPlaces(),
    faults: 'some',
  })
  let piece = ''
  let at = -1
  for (const line of lines) {
    if (at++ === rows) break
    piece += line
    if (piece.length < 65_536) continue
    yield piece
    piece = ''
  }
  yield piece
}

/** The telephones of a sample file, as Twilio writes them. */
export async function telephonesIn(file: string): Promise<string[]> {
  const found = new Set<string>()
  for await (const chunk of createReadStream(file, 'utf8')) {
    for (const [number] of String(chunk).matchAll(/\b129\d{8}\b/g)) found.add(`+86${number}`)
  }
  return [...found]
}

export function sampleFile(directory: string, rows: number): string {
  return join(directory, `register-${rows}.csv`)
}
