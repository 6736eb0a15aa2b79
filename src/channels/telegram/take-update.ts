import type { Spoken } from '../../conversation/turn.ts'
import { receive } from '../../inbox/receive.ts'
import { takeStanding } from '../../inbox/standing.ts'
import type { Services } from '../../services.ts'
import { heardIn } from './heard.ts'
import { readUpdate } from './update.ts'

/** Handles an Update once, and commits what comes of it; what was said in answer, which leaves by the outbox. */
export async function takeUpdate(services: Services, json: unknown): Promise<readonly Spoken[]> {
  const update = readUpdate(json)
  const heard = update === null ? null : heardIn(update)
  if (heard === null) return []
  if (heard.kind === 'message') return (await receive(services, heard.inbound)).replies
  await takeStanding(services, heard.standing)
  return []
}
