import { CHANNELS } from '../conversation/turn.ts'
import type { Services } from '../services.ts'
import { drainChannel, type Limits } from './drain-channel.ts'

/** Sends what is due on every channel that has a sender, each at its own pace. True where more is due than the limits allowed. */
export async function drain(services: Services, limits: Limits): Promise<boolean> {
  const drains = CHANNELS.flatMap((channel) => {
    const sender = services.senders[channel]
    return sender === undefined ? [] : [drainChannel(services, channel, sender, limits)]
  })
  return (await Promise.all(drains)).includes(true)
}
