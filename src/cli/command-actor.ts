import { userInfo } from 'node:os'
import type { Actor } from '../staff/actor.ts'
import { PROVINCE } from '../staff/area.ts'

/** Who runs a command at the machine itself: they hold its database anyway. */
export function commandActor(): Actor {
  return { name: `cli:${userInfo().username}`, role: 'service', area: PROVINCE }
}
