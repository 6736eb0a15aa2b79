import { createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as NodeReadableStream } from 'node:stream/web'
import { writeXlsxStream } from 'hucre/xlsx'
import { dayOf } from '../time/clock.ts'
import {
  sampleCells,
  sampleHeader,
  sampleHouseholds,
  sampleLines,
  sampleVillageLines,
  type SampleOptions,
} from '../register/sample/sample.ts'
import { isDay } from '../register/values/day.ts'
import { commandArguments, fail } from './arguments.ts'
import { gansuPlaces } from './gansu-places.ts'
import { endWithReader } from './reader-gone.ts'

const USAGE =
  'usage: npm run register:sample -- --households N --seed S [--out FILE.csv|FILE.xlsx] [--faults none|some] [--taken YYYY-MM-DD] [--villages FILE.csv]'

endWithReader()
const { values } = commandArguments(USAGE, {
  options: {
    households: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
    out: { type: 'string' },
    faults: { type: 'string', default: 'some' },
    taken: { type: 'string', default: dayOf(new Date()) },
    villages: { type: 'string' },
  },
})
const options = readOptions()
if (values.out?.endsWith('.xlsx') === true) await writeWorkbook(values.out)
else if (values.out === undefined) await pipeline(Readable.from(sampleLines(options)), process.stdout)
else await writeLines(values.out, sampleLines(options))
if (values.villages !== undefined) await writeLines(values.villages, sampleVillageLines(options.places))
console.error('A synthetic register: nobody in it exists.')

function readOptions(): SampleOptions {
  const [households, seed, takenOn, faults] = [
    Number(values.households),
    Number(values.seed),
    values.taken,
    values.faults,
  ]
  if (!Number.isInteger(households) || households < 1) wrong('--households must be a whole number from 1 on')
  if (!Number.isInteger(seed)) wrong('--seed must be a whole number')
  if (!isDay(takenOn)) wrong('--taken must be a day such as 2026-06-30')
  if (faults !== 'none' && faults !== 'some') wrong('--faults must be none or some')
  return { households, seed, takenOn, faults, places: gansuPlaces() }
}

async function writeLines(file: string, lines: Iterable<string>): Promise<void> {
  const stream = createWriteStream(file)
  for (const line of lines) {
    if (!stream.write(line)) await once(stream, 'drain')
  }
  stream.end()
  await once(stream, 'finish')
}

async function writeWorkbook(file: string): Promise<void> {
  const stream = writeXlsxStream(workbookRows(), { name: '合成样本' })
  await pipeline(Readable.fromWeb(stream as NodeReadableStream), createWriteStream(file))
}

function* workbookRows() {
  yield [...sampleHeader()]
  for (const { rows } of sampleHouseholds(options)) {
    for (const row of rows) yield [...sampleCells(row)]
  }
}

function wrong(problem: string): never {
  return fail(`${problem}\n${USAGE}`)
}
