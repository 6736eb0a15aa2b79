import { userInfo } from 'node:os'
import type { Actor } from '../staff/actor.ts'
import { PROVINCE } from '../staff/area.ts'

/** Who runs a command at the machine itself, by the name they give or have there: they hold its database anyway. */
export function commandActor(by?: string): Actor {
  return { name: by ?? `cli:${userInfo().username}`, role: 'service', area: PROVINCE }
}
