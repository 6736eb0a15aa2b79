import type { Services } from '../services.ts'
import { LEASE_MS, type Leased } from './claim.ts'
import { quietUntil } from '../time/quiet-hours.ts'
import { createGate } from './gate.ts'
import type { Sender, SendResult } from './sender.ts'
import { holdsChannel, type Landed } from './settle.ts'
import { pause, type Time } from '../time/time.ts'

/** Messages on their way to the provider. */
export type Flight = {
  /** Gives a message to the channel at that moment, in milliseconds of the epoch. */
  readonly launch: (message: Leased, at: number) => void
  readonly size: () => number
}

type Scene = {
  readonly sender: Sender
  /** How many may be with the provider at once; what is beyond that waits for a place. */
  readonly concurrency: number
  readonly time: Time
  readonly isStopping: () => boolean
  readonly onLanded: (landed: Landed) => void
}

/** A claimed message that was not given over by then goes back: its lease could run out in the middle. */
const LATEST_MS = LEASE_MS / 2
const LONGEST_WAIT_MS = 5000

export function createFlight(services: Services, scene: Scene): Flight {
  const gate = createGate(scene.concurrency)
  let size = 0
  let isTroubled = false

  async function fly(message: Leased, at: number): Promise<void> {
    const { time, sender } = scene
    // A moment further off was taken by a clock that has been set back since.
    const wait = Math.min(at - time.now(), LONGEST_WAIT_MS)
    if (wait > 0) await pause(time, wait)
    await gate.enter(message.kind === 'answer')
    // What came of the others is to be known first, where a provider is in trouble.
    const result =
      isTroubled || isWithdrawn(services, scene, message)
        ? ({ state: 'back' } as const)
        : await given(services, sender, message)
    size--
    isTroubled = size > 0 && (isTroubled || result.state === 'unknown' || holdsChannel(result))
    gate.leave()
    scene.onLanded({ message, result })
  }

  return {
    launch: (message, at) => {
      size++
      void fly(message, at)
    },
    size: () => size,
  }
}

// Between claim and moment it may have become quiet, the program may be ending, or the machine may have slept.
function isWithdrawn({ settings, clock }: Services, { isStopping, time }: Scene, message: Leased): boolean {
  if (isStopping() || message.leaseUntil - time.now() < LEASE_MS - LATEST_MS) return true
  return message.kind === 'broadcast' && quietUntil(settings.quietHours, clock()) !== null
}

async function given({ log }: Services, sender: Sender, message: Leased): Promise<SendResult> {
  try {
    return await sender.send(message)
  } catch (error) {
    log.error('sender failed', { error: error instanceof Error ? error.name : 'unknown' })
    return { state: 'unknown', code: 'sender-failed' }
  }
}
