import type { Draft } from '../../../src/amendments/proposal.ts'
import { propose } from '../../../src/amendments/propose.ts'
import { workOut } from '../../../src/amendments/work-out.ts'
import type { Services } from '../../../src/services.ts'
import { tokenActor } from '../../../src/staff/actor.ts'

const DRAFT: Draft = {
  name: 'bench',
  from: '2030-09-01',
  changes: [
    { kind: 'standings', standings: ['registered', 'lifted', 'monitored'] },
    { kind: 'figure', figure: 'kindergarten-age-to', value: 4 },
  ],
  citation: 'a decision made up for this benchmark',
  source: 'bench',
}

/** How many benefits of persons a decision moves, and how many seconds it took to know. */
export type Weighed = { readonly moved: number; readonly seconds: number }

/** Proposes a decision and works out whom of the whole register it moves. */
export async function weighedChange(services: Services): Promise<Weighed> {
  const proposed = await propose(services, tokenActor('author'), DRAFT)
  if (!proposed.ok) throw new Error(JSON.stringify(proposed.fault))
  const began = performance.now()
  await workOut(services, proposed.value, { steps: Number.POSITIVE_INFINITY })
  const seconds = (performance.now() - began) / 1000
  const [row] = await services.store.rows<{ count: number }>('select count(*) as count from policy_flips')
  return { moved: row?.count ?? 0, seconds }
}
