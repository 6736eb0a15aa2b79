import { findCase } from '../../cases/read-case.ts'
import type { CaseSummary } from '../../cases/summary.ts'
import { textsIn } from '../../i18n/texts.ts'
import type { Services } from '../../services.ts'
import type { Desk, DeskContext } from '../desk.ts'

/** The case from which staff came to a household's record. */
export type FromCase = Pick<CaseSummary, 'id' | 'reference' | 'kind'>

/** What was written into a form of the record, by field. */
export type Written = Readonly<Partial<Record<string, string>>>

/** The case that the address names; null where it names none of the actor's area, or one of another household. */
export async function caseCameFrom(
  services: Services,
  c: DeskContext,
  household: string,
): Promise<FromCase | null> {
  const id = c.req.query('case')
  if (id === undefined) return null
  const found = await findCase(services, c.get('desk').actor, id)
  return found?.household === household ? found : null
}

/** An address of the household's pages that keeps in mind from which case staff came. */
export function withCase(address: string, from: Pick<FromCase, 'id'> | null): string {
  return from === null ? address : `${address}?${new URLSearchParams({ case: from.id }).toString()}`
}

/** The case as the reason of a correction: its kind and reference, which name nobody. */
export function reasonOf({ language }: Desk, { kind, reference }: FromCase): string {
  const say = textsIn(language)
  return say('console:case.reason', { kind: say(`conversation:case.kind.${kind}`), reference })
}

/** The way back to the case. */
export function BackToCase({ desk, from }: { readonly desk: Desk; readonly from: FromCase }) {
  return (
    <p class="way-on">
      <a href={`/console/cases/${from.id}`}>
        {textsIn(desk.language)('console:case.back', { reference: from.reference })}
      </a>
    </p>
  )
}
