/**
 * `npm run drills [-- --quick] [--seed N]`: what the outbox does when all goes wrong, with the real sender and a database
 * file: told as a table, and as JSON in dist/drills.json. A message lost or doubled makes the exit code 1.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { inTemporaryDirectory, ROOT } from '../bench/child.ts'
import { FAULTS, faultDrill } from './faults.ts'
import { killedDrill } from './killed.ts'
import { killedBroadcastDrill } from './killed-broadcast.ts'
import type { Tally } from './outbox.ts'
import { seedOf } from './seed.ts'
import { TELEGRAM_FAULTS, telegramDrill } from './telegram.ts'

const quick = process.argv.includes('--quick')
const KILLED = quick ? { messages: 2000, kills: 5, rate: 1000 } : { messages: 20_000, kills: 50, rate: 1000 }
const BROADCAST = quick ? { families: 300, kills: 3 } : { families: 2000, kills: 20 }
const MESSAGES = quick ? 200 : 1000

const seed = seedOf(process.argv)

type Result = Tally & { readonly drill: string; readonly seconds: number }

const results: Result[] = []

async function drill(name: string, run: (folder: string) => Promise<Tally>): Promise<void> {
  const began = performance.now()
  const { messages, sent, unknown, failed, lost, doubled } = await inTemporaryDirectory(run)
  const seconds = Math.round((performance.now() - began) / 100) / 10
  const result = { drill: name, messages, sent, unknown, failed, lost, doubled, seconds }
  results.push(result)
  console.log(row(Object.values(result).map(String)))
}

await mkdir(join(ROOT, 'dist'), { recursive: true })
console.log(`What is left to chance: --seed ${seed}\n`)
console.log(row(['drill', 'messages', 'sent', 'unknown', 'failed', 'lost', 'doubled', 'seconds']))
await drill(`kill -9, ${KILLED.kills} times`, (folder) =>
  killedDrill(folder, { ...KILLED, asks: true, seed }),
)
await drill(`kill -9, ${KILLED.kills} times, nobody to ask`, (folder) =>
  killedDrill(folder, { ...KILLED, asks: false, seed }),
)
await drill(`npm start killed in a broadcast, ${BROADCAST.kills} times`, (folder) =>
  killedBroadcastDrill(folder, { ...BROADCAST, seed }),
)
for (const fault of FAULTS) await drill(fault.name, (folder) => faultDrill(folder, fault, MESSAGES, seed))
for (const fault of TELEGRAM_FAULTS)
  await drill(fault.name, (folder) => telegramDrill(folder, fault, MESSAGES))

await writeFile(
  join(ROOT, 'dist/drills.json'),
  `${JSON.stringify({ date: new Date(), quick, seed, results }, null, 2)}\n`,
)
console.log('\nAll figures: dist/drills.json')
if (results.some(({ lost, doubled }) => lost + doubled > 0)) process.exitCode = 1

function row([name = '', ...figures]: readonly string[]): string {
  return `${name.padEnd(44)}${figures.map((figure) => figure.padStart(10)).join('')}`
}
