import { CHANNELS, type Channel } from '../conversation/turn.ts'
import type { Services } from '../services.ts'
import { statement } from '../storage/store.ts'
import { claim, type Leased, lostMessages } from './claim.ts'
import type { Sender, SendResult } from './sender.ts'
import { expireWrite, foundWrites, settleWrites } from './settle.ts'

/** A provider is asked for a lost message after this while: it may still be on its way there. */
const ASK_AFTER_MS = 60_000

type Limits = {
  /** How long a drain may go on before it leaves the rest to the next; the message under way is finished. */
  readonly budgetMs: number
  readonly sleep: (milliseconds: number) => Promise<void>
  /** Says to end early, with what is under way settled. */
  readonly stopping?: () => boolean
}

/** Sends what is due, channel by channel, at each channel's rate. True where more is due than the budget allowed. */
export async function drain(services: Services, limits: Limits): Promise<boolean> {
  await services.store.atomically([expireWrite(services)])
  const more = await Promise.all(
    CHANNELS.map((channel) => {
      const sender = services.senders[channel]
      return sender === undefined ? Promise.resolve(false) : drainChannel(services, channel, sender, limits)
    }),
  )
  return more.includes(true)
}

async function drainChannel(
  services: Services,
  channel: Channel,
  sender: Sender,
  { budgetMs, sleep, stopping }: Limits,
): Promise<boolean> {
  const { settings } = services
  const rate = channel === 'sms' ? settings.smsRate : settings.telegramRate
  await askForLost(services, channel, sender)
  // Counted in the drain's own pauses: the demo's clock may stand still.
  for (let spent = 0; spent < budgetMs; spent += 1000) {
    if (stopping?.() === true) return false
    const messages = await claim(services, channel, rate)
    if (messages.length === 0) return false
    const results = await Promise.all(messages.map((message) => given(services, sender, message)))
    await services.store.atomically(
      messages.flatMap((message, at) => {
        const result = results[at]
        return result === undefined ? [] : settleWrites(services, message, result)
      }),
    )
    logSettled(services, channel, results)
    const pause = Math.max(
      0,
      ...results.map((result) => (result.state === 'again' ? (result.afterMs ?? 0) : 0)),
    )
    if (pause > 0) {
      await holdChannel(services, channel, pause)
      return false
    }
    // The next second's share; none is slept where this second's was not used up.
    if (messages.length === rate) await sleep(1000)
  }
  return true
}

async function given({ log }: Services, sender: Sender, message: Leased): Promise<SendResult> {
  try {
    return await sender.send(message)
  } catch (error) {
    log.error('sender failed', { error: error instanceof Error ? error.name : 'unknown' })
    return { state: 'unknown', code: 'sender-failed' }
  }
}

async function askForLost(services: Services, channel: Channel, sender: Sender): Promise<void> {
  if (sender.find === undefined) return
  const before = new Date(services.clock().getTime() - ASK_AFTER_MS)
  for (const { message, since } of await lostMessages(services, channel, before)) {
    const result = await sender.find(message, since)
    await services.store.atomically(foundWrites(services, message, result))
  }
}

const HOLD = `update outbox set due_at = ?2 where state = 'queued' and channel = ?1 and due_at < ?2`

// The provider told the whole channel to wait.
async function holdChannel({ store, clock }: Services, channel: Channel, pause: number): Promise<void> {
  const until = new Date(clock().getTime() + pause).toISOString()
  await store.atomically([statement(HOLD, [channel, until])])
}

function logSettled({ log }: Services, channel: Channel, results: readonly SendResult[]): void {
  const counts: Record<string, number> = {}
  for (const { state } of results) counts[state] = (counts[state] ?? 0) + 1
  log.info('messages left', { channel, ...counts })
}
