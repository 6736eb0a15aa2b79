import type { Row, Rows } from '../reading/rows.ts'
import type { ReadMember } from '../row.ts'

/** A file's rows as they read, in its order, some hundreds at a time. */
export type Members = AsyncIterable<readonly ReadMember[]> | Iterable<readonly ReadMember[]>

export async function* membersOf(
  rows: Rows,
  read: (row: Row) => ReadMember,
): AsyncIterable<readonly ReadMember[]> {
  for await (const piece of rows) yield piece.map(read)
}

/** All of them held in memory, to be gone through more than once. */
export async function allHeld(members: Members): Promise<Iterable<readonly ReadMember[]>> {
  const pieces: (readonly ReadMember[])[] = []
  for await (const piece of members) pieces.push(piece)
  return pieces
}
