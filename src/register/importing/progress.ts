import { mustHaveChangedOne, type Query, statement } from '../../storage/store.ts'

/** Writes that undo their batch unless the import is still the one under way: a later import takes over an interrupted one. */
export function mustStillRun(importId: string): readonly Query[] {
  return [
    statement(`update imports set state = 'running' where id = ?1 and state = 'running'`, [importId]),
    mustHaveChangedOne(),
  ]
}
