/** A broadcast from its audience to its last message, over registers of two sizes, and what answers wait meanwhile. */
import { rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inChild } from '../child.ts'
import { hand, QUICK } from '../harness.ts'
import { freePort, start, stop, untilReady } from '../process.ts'
import { answered } from './answered.ts'
import { answerFigures, answerVerdicts, notesOf, sizeFigures, sizeVerdicts } from './told.ts'
import type { Size, Sized } from './size.ts'
import { telephonesOf } from './telephones.ts'

const [SMALL, LARGE] = QUICK ? [3000, 10_000] : [100_000, 1_000_000]
const RATES = [100, 1_000_000]
const EVERY_MS = 50
const SECONDS = QUICK ? 3 : 20

const port = await freePort()
const provider = `http://127.0.0.1:${port}`
const providing = start({
  file: fileURLToPath(new URL('./provider.ts', import.meta.url)),
  args: [String(port)],
  cwd: process.cwd(),
  log: resolve('provider.log'),
})
await untilReady(provider, providing)

const small = await measured({ rows: SMALL, looks: 3, mostMs: 300_000, isWhole: true })
const stretches = await answered({
  database: databaseOf(SMALL),
  telephones: await telephonesOf(databaseOf(SMALL), provider),
  provider,
  seconds: SECONDS,
  everyMs: EVERY_MS,
  rates: RATES,
})
await removed(SMALL)
const large = await measured({ rows: LARGE, looks: 2, mostMs: 45_000, isWhole: false })
await removed(LARGE)
await stop(providing)

hand({
  figures: [...sizeFigures(small), ...sizeFigures(large), ...answerFigures(stretches)],
  verdicts: [...sizeVerdicts(small, large), ...answerVerdicts(stretches)],
  notes: notesOf(small, large, stretches, EVERY_MS),
})

async function measured(size: Omit<Size, 'database' | 'provider'>): Promise<Sized> {
  const asked: Size = { ...size, provider, database: databaseOf(size.rows) }
  const sized = await inChild<Sized>(fileURLToPath(new URL('./size.ts', import.meta.url)), {
    args: [JSON.stringify(asked)],
    cwd: process.cwd(),
  })
  if (sized === null) throw new Error(`nothing was measured of ${size.rows} rows`)
  return sized
}

function databaseOf(rows: number): string {
  return resolve(`register-${rows}.db`)
}

async function removed(rows: number): Promise<void> {
  for (const end of ['', '-wal', '-shm', '.copy', '.copy-wal', '.copy-shm'])
    await rm(`${databaseOf(rows)}${end}`, { force: true })
}
