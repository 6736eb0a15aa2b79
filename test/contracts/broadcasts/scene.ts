import { openTestStore } from '#platform'
import { approveBroadcast } from '../../../src/broadcasts/life/approve.ts'
import { createBroadcast } from '../../../src/broadcasts/life/create.ts'
import { feedBroadcasts } from '../../../src/broadcasts/sending/feed.ts'
import type { BroadcastResult } from '../../../src/broadcasts/life/move.ts'
import type { Plan } from '../../../src/broadcasts/plan.ts'
import { readBroadcast } from '../../../src/broadcasts/read.ts'
import { drain } from '../../../src/outbox/drain.ts'
import type { Claimed, SendResult } from '../../../src/outbox/sender.ts'
import { realTime } from '../../../src/time/time.ts'
import type { Services } from '../../../src/services.ts'
import { type Actor, tokenActor } from '../../../src/staff/actor.ts'
import { testServices } from '../services.ts'
import { PLAN } from './plan.ts'

export { PLAN }

export const HOURS = 3600 * 1000
export const DAYS = 24 * HOURS

export const AUTHOR: Actor = tokenActor('li')
export const APPROVER: Actor = tokenActor('wang')

/** A provider that takes what its documentation allows, and keeps what it took. */
export function provider(answer: (message: Claimed, nth: number) => SendResult = () => SENT) {
  const taken: Claimed[] = []
  const send = (message: Claimed): Promise<SendResult> => {
    const { address, spoken } = message
    if (!/^\+[1-9]\d{4,14}$/.test(address)) throw new Error('To: not E.164')
    if (spoken.text === '' || spoken.text.length > 1600) throw new Error('Body: empty, or over 1600')
    const result = answer(message, taken.length + 1)
    if (result.state === 'sent') taken.push(message)
    return Promise.resolve(result)
  }
  return {
    senders: { sms: { send } },
    addresses: () => taken.map(({ address }) => address),
    texts: () => taken.map(({ spoken }) => spoken.text),
    textTo: (address: string) =>
      taken.filter((one) => one.address === address).map(({ spoken }) => spoken.text),
  }
}

export const SENT: SendResult = { state: 'sent', providerId: null }
export const FAILED: SendResult = { state: 'failed', code: '30003' }

/** An empty house, with a provider and a clock that can be moved. */
export async function openScene(
  environment: Readonly<Record<string, string>> = {},
  answer?: Parameters<typeof provider>[0],
) {
  const services = await testServices(await openTestStore(), { SMS_RATE: '1000', ...environment })
  const sms = provider(answer)
  return { sms, services: { ...services, senders: sms.senders } }
}

export type Scene = Awaited<ReturnType<typeof openScene>>

/** A plan that is drafted by one and approved by another. */
export async function approved(services: Services, plan: Partial<Plan> = {}): Promise<string> {
  const { id } = must(await createBroadcast(services, AUTHOR, { ...PLAN, ...plan }))
  must(await approveBroadcast(services, APPROVER, id))
  return id
}

/** What was asked for, where it was granted. */
export function must<T>(result: BroadcastResult<T>): T {
  if (!result.ok) throw new Error(`${result.fault.code} ${JSON.stringify(result.fault.fields ?? [])}`)
  return result.value
}

/** One look of the job, and all that is due then sent. */
export async function step(services: Services): Promise<void> {
  while (await feedBroadcasts(services, { pages: 50 }));
  await drain(services, { time: realTime, budgetMs: 60_000, turns: 10_000, concurrency: 8 })
}

/** Looks until the job has nothing left to do at this hour. */
export async function sendAll(services: Services): Promise<void> {
  for (let look = 0; look < 3; look++) await step(services)
}

export async function read(services: Services, id: string) {
  return (await readBroadcast(services, APPROVER, id)) ?? Promise.reject(new Error('no such broadcast'))
}
