import { spawn } from 'node:child_process'
import { constants, setPriority } from 'node:os'
import { fileURLToPath } from 'node:url'

const COMMAND = fileURLToPath(new URL('../cli/understanding-review.ts', import.meta.url))

/** Has the command measure the labels under this measurement's id, beside the server and after all its work. */
export function measureLabels(measure: string): void {
  const child = spawn(process.execPath, ['--import', 'tsx', COMMAND, 'measure', '--begun', measure], {
    stdio: 'ignore',
  })
  // What could not be begun is told as failed once its time is over.
  child.on('error', () => {})
  if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL)
  child.unref()
}
