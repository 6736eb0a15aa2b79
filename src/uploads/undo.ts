import { auditWrite } from '../audit/entry.ts'
import { isKept, undoWrites } from '../register/undo-import.ts'
import type { Services } from '../services.ts'
import type { Actor } from '../staff/actor.ts'
import { mustHaveChangedOne, statement } from '../storage/store.ts'
import { readUpload } from './read.ts'

const UNDONE = `update uploads set state = 'undone', fault = null where id = ?1 and state in ('applied', 'failed')`

/** `gone`: no such file of the actor's; `rested-on`: something later rests on it, or too long ago: nothing was changed. */
export type Undone = 'undone' | 'gone' | 'rested-on'

/** Takes an applied file, or one whose applying stopped, back whole, or not at all. */
export async function undoUpload(services: Services, actor: Actor, id: string): Promise<Undone> {
  const read = await readUpload(services, actor, id)
  if (read === null) return 'gone'
  const { kind, importIds, state } = read.upload
  const kept = await Promise.all(importIds.map((importId) => isKept(services, importId)))
  if (!['applied', 'failed'].includes(state) || !kept.includes(true)) return 'rested-on'
  const commit = await services.store.atomically([
    statement(UNDONE, [id]),
    mustHaveChangedOne(),
    ...importIds.toReversed().flatMap(undoWrites),
    auditWrite(services, actor, { action: 'import.undo', subject: id, detail: { kind } }),
  ])
  return commit === 'committed' ? 'undone' : 'rested-on'
}
