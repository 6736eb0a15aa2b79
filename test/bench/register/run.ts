/** Register import: rows a second and peak memory, ours against a parser and raw inserts. */
import { rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inChild } from '../child.ts'
import { atLeast, type Figure, hand, median, QUICK, spreadOf, type Verdict } from '../harness.ts'
import type { Measured } from './measured.ts'
import { sampleFile, writeSample } from './sample.ts'

type Size = { readonly rows: number; readonly rounds: number }

const SIZES: readonly Size[] = QUICK
  ? [{ rows: 10_000, rounds: 1 }]
  : [
      { rows: 10_000, rounds: 3 },
      { rows: 100_000, rounds: 3 },
      { rows: 1_000_000, rounds: 1 },
    ]
const LEAST = 0.25
// What a process may grow by from a hundred thousand rows to a million and still be called flat.
const FLAT = 1.15

// As `npm run register:import` has it: what a piece of rows leaves behind is collected before it is kept.
const SMALL_YOUNG_HEAP = '--max-semi-space-size=8'

const CONTENDERS = [
  {
    name: 'huixue',
    file: fileURLToPath(new URL('./ours.ts', import.meta.url)),
    nodeArgs: [SMALL_YOUNG_HEAP],
  },
  {
    name: 'papaparse + raw inserts',
    file: fileURLToPath(new URL('./raw.ts', import.meta.url)),
    nodeArgs: [],
  },
]
const [OURS, RAW] = CONTENDERS

const figures: Figure[] = []
const verdicts: Verdict[] = []
const peaks = new Map<number, number>()
for (const { rows, rounds } of SIZES) {
  const csv = sampleFile(process.cwd(), rows)
  await writeSample(csv, rows)
  const runs = new Map<string, Measured[]>()
  for (let round = 0; round < rounds; round++) {
    for (const contender of round % 2 === 0 ? CONTENDERS : CONTENDERS.toReversed()) {
      const run = await once(contender, csv)
      if (run !== null) runs.set(contender.name, [...(runs.get(contender.name) ?? []), run])
    }
  }
  await rm(csv)
  const speed = figuresOf(
    `${rows.toLocaleString('en-GB')} rows`,
    'rows a second',
    runs,
    (run) => run.rows / run.seconds,
  )
  const peak = figuresOf(
    `${rows.toLocaleString('en-GB')} rows, peak memory`,
    'MiB',
    runs,
    (run) => run.peakMiB,
  )
  const processor = figuresOf(
    `${rows.toLocaleString('en-GB')} rows, processor time`,
    'µs a row',
    runs,
    (run) => (run.processorSeconds * 1e6) / run.rows,
  )
  figures.push(...speed, ...processor, ...peak)
  verdicts.push(
    atLeast(
      `rows a second at ${rows.toLocaleString('en-GB')}, against raw inserts`,
      LEAST,
      speed[0]?.ratio ?? 0,
    ),
  )
  peaks.set(rows, peak[0]?.figure ?? Number.NaN)
}

const growth = (peaks.get(1_000_000) ?? Number.NaN) / (peaks.get(100_000) ?? Number.NaN)
if (!QUICK) {
  verdicts.push({
    target: `memory flat (a million rows ≤ ${FLAT}× a hundred thousand)`,
    met: growth <= FLAT,
    figure: `${growth.toFixed(2)}×`,
  })
}
hand({
  figures,
  verdicts,
  notes: [
    'A new process and an empty database for each import; one row of the file is one person. Timed until the database is closed, its log copied back; Node, the modules and our writing thread are started before. Peak memory is the largest resident set of the process, Node, tsx and the modules in it; ours has its young generation held to 8 MiB, as the command has.',
    'Ours checks every cell, digests the file, seals names, ID numbers and telephones (AES-256-GCM), indexes them blind, and writes households, standings, provenance; the other writes 27 columns of text into one table.',
  ],
})

async function once({ file, nodeArgs }: (typeof CONTENDERS)[number], csv: string): Promise<Measured | null> {
  const database = resolve(`import-${process.pid}.db`)
  const run = await inChild<Measured>(file, { args: [csv, database], nodeArgs, cwd: process.cwd() })
  for (const end of ['', '-wal', '-shm']) await rm(`${database}${end}`, { force: true })
  return run
}

function figuresOf(
  name: string,
  unit: string,
  runs: ReadonlyMap<string, readonly Measured[]>,
  of: (run: Measured) => number,
): Figure[] {
  const base = median((runs.get(RAW?.name ?? '') ?? []).map(of))
  return [OURS, RAW].flatMap((contender) => {
    const measured = runs.get(contender?.name ?? '') ?? []
    const values = measured.map(of)
    const figure = median(values)
    const n = measured.reduce((sum, run) => sum + run.rows, 0)
    return [
      {
        name,
        contender: contender?.name ?? '',
        figure,
        unit,
        spread: spreadOf(values),
        ratio: figure / base,
        n,
      },
    ]
  })
}
