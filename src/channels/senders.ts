import type { Senders } from '../outbox/sender.ts'
import type { Settings } from '../settings.ts'
import { simulatorSender } from './simulator/sender.ts'
import { twilioSender } from './sms/sender.ts'
import { telegramSender } from './telegram/sender.ts'

/** The ways out that the settings open: a provider's, or in the demo the simulator's in its place. */
export function openSenders(settings: Settings): Senders {
  const instead = settings.demo ? simulatorSender : null
  const sms = twilioSender(settings) ?? instead
  const telegram = telegramSender(settings) ?? instead
  return { ...(sms === null ? {} : { sms }), ...(telegram === null ? {} : { telegram }) }
}
