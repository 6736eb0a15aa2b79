import type { Writable } from 'node:stream'

/** What still waits to be written, of every writer: they come and go with their services, and the process ends once. */
const unwritten = new Set<() => void>()
process.once('exit', () => {
  for (const flush of unwritten) flush()
})

/**
 * Writes lines to a stream, those of the same moment with one call: a call for each costs a busy server more than
 * forming them. What waits is written before the process ends.
 */
export function lineWriter(stream: Writable): (line: string) => void {
  let waiting = ''
  const flush = () => {
    unwritten.delete(flush)
    stream.write(waiting)
    waiting = ''
  }
  return (line) => {
    if (waiting === '') {
      unwritten.add(flush)
      setImmediate(flush)
    }
    waiting += line.endsWith('\n') ? line : `${line}\n`
  }
}
