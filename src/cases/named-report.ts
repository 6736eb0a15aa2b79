import type { CaseState } from '../conversation/case.ts'
import { REFERENCE_LENGTH, referenceIn } from '../conversation/hearing/references.ts'
import type { Services } from '../services.ts'

const STATE = "select state from cases where reference = ?1 and kind = 'misuse' and contact_id is null"

/** How the report stands that belongs to nobody and whose reference a message names; null where it names none. */
export async function namedReport({ store }: Services, text: string): Promise<CaseState | null> {
  const named = referenceIn(text)
  if (named?.reference.length !== REFERENCE_LENGTH.anonymous) return null
  const [row] = await store.rows<{ state: CaseState }>(STATE, [named.reference])
  return row?.state ?? null
}
