import type { Channel } from '../conversation/turn.ts'
import { createWaker, type Waker } from '../time/waker.ts'
import type { Services } from '../services.ts'
import { createChores } from './chores.ts'
import { LEASE_MS } from './claim.ts'
import { createFlight } from './flight.ts'
import { createLauncher, isRoomy, isTime, type Runway, waitFor } from './launch.ts'
import { type Look, lookAt } from './look.ts'
import { openPaceWrite, turnBackWrites, turnedBack } from './pace.ts'
import type { Sender } from './sender.ts'
import { createSettler } from './settler.ts'
import type { Time } from '../time/time.ts'

export type Limits = {
  readonly time: Time
  /** How long a drain may go on before it leaves the rest to the next; what is under way is finished. */
  readonly budgetMs: number
  /** How often it may look for more: on Workers each look costs some of the queries an invocation may make. */
  readonly turns: number
  /** How many messages of a channel may be with its provider at once. */
  readonly concurrency: number
  /** Leaves broadcasts to others. */
  readonly urgentOnly?: boolean
  /** Says to end early: what is with the provider is settled, the rest goes back. */
  readonly isStopping?: () => boolean
  /** Tells whom to call once something new waits to leave; what it returns takes that back. */
  readonly onWake?: (wake: () => void) => () => void
}

/** After its budget a drain still tries for so long to write down what providers answered. */
const GRACE_MS = 30_000

/** Sends what is due on a channel until nothing is, or the limits are reached. True where more is due. */
export async function drainChannel(
  services: Services,
  channel: Channel,
  sender: Sender,
  limits: Limits,
): Promise<boolean> {
  const waker = createWaker(limits.time)
  const run = openRun(services, channel, sender, limits, waker)
  const takeBack = limits.onWake?.(waker.wake)
  try {
    await services.store.atomically([openPaceWrite(channel, limits.time)])
    return await run.toEnd()
  } finally {
    await run.landed()
    takeBack?.()
  }
}

type Run = {
  readonly toEnd: () => Promise<boolean>
  /** Ends once everything under way is back and written down. */
  readonly landed: () => Promise<void>
}

function openRun(services: Services, channel: Channel, sender: Sender, limits: Limits, waker: Waker): Run {
  const { time, budgetMs } = limits
  const began = time.now()
  const isStopping = limits.isStopping ?? (() => false)
  const isOver = () => isStopping() || time.now() - began >= budgetMs
  const isGivingUp = () => isStopping() || time.now() - began >= budgetMs + GRACE_MS
  let look: Look | null = null

  const trouble = () => look?.pace.trouble ?? 0
  let isLaunching = false
  // Until then only answers could be claimed, and whoever puts one in wakes by himself.
  const onRoom = () => {
    if (!isLaunching && look !== null && isTime(look.pace, runway)) waker.wake()
  }
  const chores = createChores(services, { channel, sender, time, isOver, onDone: waker.wake })
  const settler = createSettler(services, { channel, time, trouble, isGivingUp, onRoom })
  const flight = createFlight(services, {
    sender,
    time,
    concurrency: limits.concurrency,
    isStopping,
    onLanded: settler.add,
  })
  const runway: Runway = {
    channel,
    time,
    interval: 1000 / rateOf(services, channel),
    concurrency: limits.concurrency,
    flight,
    settler,
  }
  const launch = createLauncher(services, runway)

  async function launchNow(at: Look): Promise<boolean> {
    isLaunching = true
    try {
      return await launch(at)
    } finally {
      isLaunching = false
    }
  }

  return {
    toEnd: async () => {
      for (let turn = 0; turn < limits.turns && !isOver(); turn++) {
        chores.begin()
        look = await lookNow(services, channel, limits)
        if (look === null) continue
        if ((await launchNow(look)) && isRoomy(runway)) continue
        const wait = waitFor(look, runway)
        if (wait === null && !chores.areUnderWay()) return false
        await waker.wait(wait ?? 1000)
      }
      return !isStopping() && look !== null && look.lanes.length > 0
    },
    landed: async () => {
      while (flight.size() + settler.waiting() > 0) await waker.wait(1000)
      await settler.done()
      await chores.done()
    },
  }
}

/** Looks at what is to do. Null where the clock was found set back, and what waits for it was put right first. */
async function lookNow(services: Services, channel: Channel, limits: Limits): Promise<Look | null> {
  const { time, urgentOnly } = limits
  const look = await lookAt(services, channel)
  if (turnedBack(look.pace, time) > 0) {
    services.log.warning('clock set back', { channel })
    await services.store.atomically(turnBackWrites(services, channel, time, look.pace, LEASE_MS))
    return null
  }
  return urgentOnly === true
    ? { ...look, lanes: look.lanes.filter(({ kind }) => kind !== 'broadcast') }
    : look
}

function rateOf({ settings }: Services, channel: Channel): number {
  switch (channel) {
    case 'sms':
      return settings.smsRate
    case 'telegram':
      return settings.telegramRate
  }
}
