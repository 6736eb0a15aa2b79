import { createReadStream, createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { COUNTIES } from '../../../src/regions/county.ts'
import type { Place } from '../../../src/register/sample/places.ts'
import { sampleLines } from '../../../src/register/sample/sample.ts'

const VILLAGES_A_COUNTY = 40

/** Writes the first `rows` rows of a sample register with some faults, header apart, to a CSV file. */
export async function writeSample(file: string, rows: number): Promise<void> {
  await pipeline(Readable.from(firstRows(rows)), createWriteStream(file))
}

function* firstRows(rows: number): Generator<string> {
  const lines = sampleLines({
    households: rows,
    seed: 1,
    takenOn: '2026-06-30',
    places: villages(),
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

// Real counties with numbered villages: enough for the importer, and no list to load.
function villages(): [Place, ...Place[]] {
  const [first, ...rest] = COUNTIES.flatMap(({ code, name }) =>
    Array.from({ length: VILLAGES_A_COUNTY }, (_, at): Place => {
      const number = String(at + 1).padStart(3, '0')
      return {
        code: `${code}100${number}`,
        county: code,
        countyName: name,
        township: `${name}镇`,
        village: `第${at + 1}村`,
      }
    }),
  )
  if (first === undefined) throw new Error('no counties')
  return [first, ...rest]
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
