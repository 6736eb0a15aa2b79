/** Ours: the real importer, with all its checks, sealing and blind indexes, into the real schema. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { importRegister } from '../../../src/register/import.ts'
import type { Source } from '../../../src/register/reading/rows.ts'
import { openNodeServices } from '../../../src/runtime/node.ts'
import { parseSettings } from '../../../src/settings.ts'
import { measured } from './measured.ts'

const [file = '', databaseFile = ''] = process.argv.slice(2)

const parsed = parseSettings({ DEMO: '1', DATABASE_PATH: databaseFile })
if (!parsed.ok) throw new Error(parsed.faults.join())
const { services, close } = await openNodeServices(parsed.settings)

await measured(async () => {
  const result = await importRegister(services, await sourceOf(file), { by: 'bench', takenOn: '2026-06-30' })
  if (!result.ok) throw new Error(result.fault.code)
  return result.report.counts.read
})
close()

async function sourceOf(path: string): Promise<Source> {
  const digest = createHash('sha256')
  for await (const piece of createReadStream(path)) digest.update(piece as Buffer)
  return { name: basename(path), digest: digest.digest('hex'), open: () => createReadStream(path) }
}
