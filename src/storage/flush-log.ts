import { close, constants, fdatasync, openSync } from 'node:fs'
import { promisify } from 'node:util'

/**
 * The write-ahead log of a database, for putting on the disk what was committed: SQLite does so at each commit only with
 * `synchronous = FULL`, in the thread that answers; this waits beside it, and for those commits alone that need it.
 */
export function logOf(path: string): { readonly flush: () => Promise<void>; readonly close: () => void } {
  let descriptor: number | null = null
  const flushed = promisify(fdatasync)
  return {
    flush: async () => {
      if (path === ':memory:') return
      // The log stands as long as a connection does.
      descriptor ??= openSync(`${path}-wal`, constants.O_RDWR)
      await flushed(descriptor)
    },
    close: () => {
      if (descriptor !== null) close(descriptor)
      descriptor = null
    },
  }
}
