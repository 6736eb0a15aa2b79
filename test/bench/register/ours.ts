/** Ours: the real importer, with all its checks, sealing and blind indexes, into the real schema. */
import { fileSource } from '../../../src/cli/file-source.ts'
import { importRegister } from '../../../src/register/import.ts'
import { openNodeServices } from '../../../src/runtime/node.ts'
import { parseSettings } from '../../../src/settings.ts'
import { startWriter, writeInThread } from '../../../src/storage/writer.ts'
import { measured } from './measured.ts'

const [file = '', databaseFile = ''] = process.argv.slice(2)

const thread = startWriter()
const parsed = parseSettings({ DEMO: '1', DATABASE_PATH: databaseFile })
if (!parsed.ok) throw new Error(parsed.faults.join())
const { services, close } = await openNodeServices(parsed.settings, 'warning')

const writer = writeInThread(services.store, databaseFile, thread)
await measured(async () => {
  const result = await importRegister({ ...services, store: writer.store }, await fileSource(file), {
    by: 'bench',
    takenOn: '2026-06-30',
  })
  if (!result.ok) throw new Error(result.fault.code)
  await writer.close()
  close()
  return result.report.counts.read
})
