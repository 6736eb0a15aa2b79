import { countGaps, type Gaps } from '../../audiences/gaps.ts'
import { schoolYearOf } from '../../policy/school-year.ts'
import type { Services } from '../../services.ts'
import { dayOf } from '../../time/clock.ts'
import type { DeskContext } from '../desk.ts'
import { type DeskQuery, readQuery } from './query.ts'

/** The school year that it is. */
export function presentYear({ clock }: Services): number {
  return schoolYearOf(dayOf(clock()))
}

/** What a ledger's page was asked for; null where it is not the actor's. */
export function queryOf(services: Services, c: DeskContext): DeskQuery | null {
  return readQuery(c.req.query(), c.get('desk').actor.area, presentYear(services))
}

type Counted = { readonly query: DeskQuery; readonly gaps: Gaps }

/** The same with its figures. */
export async function countedFor(services: Services, c: DeskContext): Promise<Counted | null> {
  const query = queryOf(services, c)
  if (query === null) return null
  const counted = await countGaps(services, c.get('desk').actor, query)
  return counted.ok ? { query, gaps: counted.gaps } : null
}
