/** The thread of `writer.ts`: its own connection to a database that is up to date. */
import { parentPort, workerData } from 'node:worker_threads'
import { connect, outcomeOf, preparer, unitRunner } from './connection.ts'
import { StoreError } from './store.ts'
import type { Ready, Unit, Written } from './writer.ts'

const sqlite = connect(workerData as string)
const run = sqlite.transaction(unitRunner(preparer(sqlite)))

parentPort?.on('message', (unit: Unit | null) => {
  if (unit !== null) return parentPort?.postMessage({ id: unit.id, outcome: written(unit) } satisfies Written)
  sqlite.close()
  parentPort?.close()
})
parentPort?.postMessage('ready' satisfies Ready)

function written({ statements }: Unit): Written['outcome'] {
  try {
    run.immediate(statements)
    return 'committed'
  } catch (error) {
    const outcome = outcomeOf(error)
    return outcome instanceof StoreError ? { code: outcome.code } : outcome
  }
}
