import { auditWrite } from '../../audit/entry.ts'
import type { Services } from '../../services.ts'
import { tokenActor } from '../../staff/actor.ts'
import { type Commit, mustHaveChangedOne, type Query, statement } from '../../storage/store.ts'
import type { Broadcast } from '../broadcast.ts'
import { stateAfter, type Verb } from './states.ts'

/** Who the passing of time acts as. */
export const CLOCK = tokenActor('huixue')

const MOVE = `update broadcasts set state = ?3, version = version + 1 where id = ?1 and version = ?2`

/** Moves a broadcast as its time has come, with what goes with it; `conflict` where staff moved it in that moment. */
export async function moveByClock(
  services: Services,
  { id, version, state, audience: { county, township = null } }: Broadcast,
  verb: Extract<Verb, 'start' | 'recur' | 'finish'>,
  writes: readonly Query[],
): Promise<Commit> {
  const to = stateAfter(state, verb)
  if (to === null) return 'conflict'
  const commit = await services.store.atomically([
    statement(MOVE, [id, version, to]),
    mustHaveChangedOne(),
    auditWrite(services, CLOCK, {
      action: `broadcast.${verb}`,
      subject: id,
      place: { county, township },
      detail: { from: state, to, version: version + 1 },
    }),
    ...writes,
  ])
  if (commit === 'committed') services.log.info('broadcast moved', { verb, state: to })
  return commit
}
