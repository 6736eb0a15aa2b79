import type { StaffOutcome } from '../../cases/outcomes.ts'
import { PREPARED, type Prepared, preparedText, type Spoken } from '../../cases/prepared.ts'
import type { CaseSummary } from '../../cases/summary.ts'
import { PROGRAMME_IDS } from '../../policy/programmes/index.ts'
import { readHousehold } from '../../register/finding/read-household.ts'
import type { Person } from '../../register/household.ts'
import type { Services } from '../../services.ts'
import type { DeskContext } from '../desk.ts'

/** What stands in a case's forms before it is sent. */
export type Draft = {
  readonly form: 'reply' | 'resolve'
  readonly outcome: StaffOutcome | null
  readonly zh: string
  readonly bo: string
}

/** The persons of a case's household, whose names a text may say; none for a stranger's. The look stands in the audit. */
export async function personsOf(
  services: Services,
  c: DeskContext,
  { household }: Pick<CaseSummary, 'household'>,
): Promise<readonly Person[]> {
  if (household === null) return []
  const read = await readHousehold(services, c.get('desk').actor, household)
  return read?.persons ?? []
}

/** The prepared text that the address asks for, filled from the case in both languages; null where it asks for none. */
export async function askedFor(services: Services, c: DeskContext, read: CaseSummary): Promise<Draft | null> {
  const { text, child = '', programme = '' } = c.req.query()
  const prepared = PREPARED[read.kind].find((one) => text === nameOfPrepared(one))
  if (prepared === undefined) return null
  const persons = child === '' ? [] : await personsOf(services, c, read)
  const spoken: Spoken = {
    child: persons.find(({ id }) => id === child)?.name ?? null,
    programme: PROGRAMME_IDS.find((id) => id === programme) ?? null,
    county: read.county,
  }
  return {
    form: prepared.outcome === null ? 'reply' : 'resolve',
    outcome: prepared.outcome,
    zh: preparedText('zh-CN', prepared.text, spoken),
    bo: preparedText('bo', prepared.text, spoken),
  }
}

/** A prepared text as an address names it. */
export function nameOfPrepared({ text, outcome }: Prepared): string {
  return outcome === null ? text : `${outcome}.${text}`
}
