import type { Row, Rows } from '../reading/rows.ts'
import type { ReadMember } from '../row.ts'

/** A file's rows as they read, in its order, some hundreds at a time. */
export type Members = AsyncIterable<readonly ReadMember[]>

export async function* membersOf(rows: Rows, read: (row: Row) => ReadMember): Members {
  for await (const piece of rows) yield piece.map(read)
}

/**
 * Passes a file's members on and keeps them as long as they are no more than `most`: a small file is gone through twice
 * and parsed once. `kept` are all of them once they have passed, null where they were too many.
 */
export function keeping(members: Members, most: number) {
  const held: (readonly ReadMember[])[] = []
  let count = 0
  async function* passing(): Members {
    for await (const piece of members) {
      count += piece.length
      if (count <= most) held.push(piece)
      else held.length = 0
      yield piece
    }
  }
  return {
    members: passing(),
    kept: (): Iterable<readonly ReadMember[]> | null => (count <= most ? held : null),
  }
}
