import { rm } from 'node:fs/promises'
import { fileSource } from '../../../src/cli/file-source.ts'
import { keepDeterminations } from '../../../src/determinations/keep.ts'
import { byToday } from '../../../src/determinations/today.ts'
import { importRegister } from '../../../src/register/import.ts'
import type { Services } from '../../../src/services.ts'
import { writeInThread } from '../../../src/storage/writer.ts'
import { writeSample } from '../register/sample.ts'

/** A register of so many rows by the real importer, everybody in it determined; how many persons it holds. */
export async function builtRegister(services: Services, database: string, rows: number): Promise<number> {
  const file = `${database}.csv`
  await writeSample(file, rows)
  const writer = writeInThread(services.store, database)
  const options = { by: 'bench', takenOn: '2026-09-30' }
  const result = await importRegister({ ...services, store: writer.store }, await fileSource(file), options)
  if (!result.ok) throw new Error(result.fault.code)
  await writer.close()
  await rm(file)
  const by = await byToday(services)
  // The job goes on where it stopped, as often as it is called.
  while ((await keepDeterminations(services, by, Number.POSITIVE_INFINITY)).more);
  const [row] = await services.store.rows<{ count: number }>('select count(*) as count from persons')
  return row?.count ?? 0
}
