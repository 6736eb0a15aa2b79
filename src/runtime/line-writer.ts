import type { Writable } from 'node:stream'

/**
 * Writes lines to a stream, those of the same moment with one call: a call for each costs a busy server more than
 * forming them. What waits is written before the process ends.
 */
export function lineWriter(stream: Writable): (line: string) => void {
  let waiting = ''
  const flush = () => {
    if (waiting !== '') stream.write(waiting)
    waiting = ''
  }
  process.once('exit', flush)
  return (line) => {
    if (waiting === '') setImmediate(flush)
    waiting += line.endsWith('\n') ? line : `${line}\n`
  }
}
