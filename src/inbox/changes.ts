import { addToCase, followCase, openCase } from '../cases/family-writes.ts'
import type { Change } from '../conversation/turn.ts'
import type { Services } from '../services.ts'
import { type Query, statement } from '../storage/store.ts'
import type { ChangeScene } from './change-scene.ts'
import { keepMisunderstanding, keepTold } from './record-writes.ts'

// What waits to leave and was not asked for in this talk does not leave any more.
const UNSENT = `update outbox set state = 'cancelled', code = 'stopped', settled_at = ?2
  where contact_id = ?1 and kind <> 'answer' and state = 'queued'`

/** The writes by which one of a turn's changes is kept; none for an erasure, which is written apart. */
export async function changeWrites(
  services: Services,
  scene: ChangeScene,
  change: Change,
): Promise<readonly Query[]> {
  const { id } = scene.contact
  switch (change.kind) {
    case 'set-language':
      return [statement('update contacts set language = ?2 where id = ?1', [id, change.language])]
    case 'stop':
      return [
        statement('update contacts set stopped = 1 where id = ?1', [id]),
        statement(UNSENT, [id, scene.now.toISOString()]),
      ]
    case 'start':
      return [statement('update contacts set stopped = 0 where id = ?1', [id])]
    case 'open-case':
      return openCase(services, scene, change)
    case 'add-to-case':
      return addToCase(services, scene, change)
    case 'follow-case':
      return followCase(scene, change)
    case 'told':
      return keepTold(scene, change)
    case 'keep-misunderstanding':
      return keepMisunderstanding(services, scene, change)
    case 'erase-contact':
      return []
  }
}
