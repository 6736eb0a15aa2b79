import { addToCase, followCase, openCase } from '../cases/family-writes.ts'
import type { Change } from '../conversation/turn.ts'
import { keepMisunderstanding } from '../labelling/keep.ts'
import { linkWrites, unlinkWrites } from '../linking/link-writes.ts'
import { undoWrites } from '../linking/undo.ts'
import { countMisname } from '../linking/tries.ts'
import { dayOf } from '../time/clock.ts'
import type { Services } from '../services.ts'
import { type Query, statement } from '../storage/store.ts'
import type { ChangeScene } from './change-scene.ts'
import { keepTold } from './record-writes.ts'
import { standingWrites } from './standing.ts'

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
    case 'start':
      return standingWrites(
        services,
        { id, address: scene.inbound.address },
        { stopped: change.kind === 'stop', by: 'person' },
        scene.now,
      )
    case 'open-case':
      return openCase(services, scene, change)
    case 'add-to-case':
      return addToCase(services, scene, change)
    case 'follow-case':
      return followCase(scene, change)
    case 'told':
      return keepTold(scene, change)
    case 'keep-misunderstanding':
      return keepMisunderstanding(services, scene.now, change)
    case 'link':
      return linkWrites(services, scene, change)
    case 'unlink':
      return unlinkWrites(scene)
    case 'misname':
      return [countMisname(services, scene.inbound.address, dayOf(scene.now))]
    case 'undo-links':
      return undoWrites(services, scene.inbound.address, scene.now)
    case 'erase-contact':
      return []
  }
}
