import { auditWrite } from '../audit/entry.ts'
import type { Services } from '../services.ts'
import type { Actor } from '../staff/actor.ts'
import { mustHaveChangedOne, type Query, statement } from '../storage/store.ts'
import { FORGET_PIECES } from './apply.ts'
import { columnsOf, type MappingPairs, rememberWrite } from './mapping.ts'
import { readUpload, type Upload } from './read.ts'

const APPLY = `update uploads set state = 'apply-waiting' where id = ?1 and state = 'read' and fault is null`
const DROP = `update uploads set state = 'dropped', sealed = null where id = ?1 and state in ('read', 'failed')`
const REREAD = `update uploads set state = 'waiting', mapping = ?2, fault = null where id = ?1 and state = 'read'`

/** Applies a file that was read. False where there is no such file to be applied by the actor. */
export async function approveUpload(services: Services, actor: Actor, id: string): Promise<boolean> {
  const isDone = await decide(services, actor, id, 'import.apply', () => [
    statement(APPLY, [id]),
    mustHaveChangedOne(),
  ])
  if (isDone) services.wake('upload')
  return isDone
}

/** Drops a file that was read: its bytes and what was found in it are gone. */
export async function dropUpload(services: Services, actor: Actor, id: string): Promise<boolean> {
  return decide(services, actor, id, 'import.drop', () => [
    statement(DROP, [id]),
    mustHaveChangedOne(),
    statement(FORGET_PIECES, [id]),
    statement('delete from upload_findings where upload_id = ?1', [id]),
  ])
}

/** Has a file read anew with headers put right; what they mean is remembered for the area. */
export async function mapColumns(
  services: Services,
  actor: Actor,
  id: string,
  pairs: MappingPairs,
): Promise<boolean> {
  const isDone = await decide(services, actor, id, 'import.columns', ({ kind, area, mapping }) => {
    const columns = columnsOf(kind)
    const known = pairs.filter(([, column]) => column === '' || columns.includes(column))
    const merged = [...new Map([...mapping, ...known])]
    return [
      statement(REREAD, [id, JSON.stringify(merged)]),
      mustHaveChangedOne(),
      rememberWrite({ area }, kind, known),
    ]
  })
  if (isDone) services.wake('upload')
  return isDone
}

async function decide(
  services: Services,
  actor: Actor,
  id: string,
  action: string,
  writes: (upload: Upload) => readonly Query[],
): Promise<boolean> {
  const read = await readUpload(services, actor, id)
  if (read === null) return false
  const commit = await services.store.atomically([
    ...writes(read.upload),
    auditWrite(services, actor, { action, subject: id, detail: { kind: read.upload.kind } }),
  ])
  return commit === 'committed'
}
