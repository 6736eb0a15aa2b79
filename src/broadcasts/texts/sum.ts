import type { By } from '../../determinations/refresh.ts'
import { determineOne } from '../../policy/determine.ts'
import type { ProgrammeId } from '../../policy/programmes/index.ts'

/** What a programme comes to on a day, in yuan, or at most; null where the plan names no sum, or it is not in force. */
export function sumOf(programme: ProgrammeId, { day, book }: By): number | null {
  // The figures are the same for everybody: no fact of a person is needed for them.
  const { benefit } = determineOne(programme, {}, day, book)
  return benefit?.amount ?? benefit?.upTo ?? null
}
