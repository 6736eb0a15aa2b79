import type { Channel } from '../conversation/turn.ts'
import type { Services } from '../services.ts'
import { claim, type Leased } from './claim.ts'
import type { Flight } from './flight.ts'
import { inTurn, type Lane, type Look } from './look.ts'
import { type Pace, takeMoments } from './pace.ts'
import type { Settler } from './settler.ts'
import type { Time } from '../time/time.ts'

/** So far ahead messages are claimed: what is claimed cannot be paused any more, and what is not costs a look each. */
const AHEAD_MS = 200
/** So far an answer may go ahead of its moment, and others after theirs: it does not wait behind what is claimed. */
const BORROWED_MS = 250
const MOST_AT_ONCE = 64
/** A channel held for longer is left alone until it is looked at anew. */
const LONG_HOLD_MS = 5000

export type Runway = {
  readonly channel: Channel
  readonly time: Time
  /** Milliseconds from one message to the next. */
  readonly interval: number
  readonly concurrency: number
  readonly flight: Flight
  readonly settler: Settler
}

/** Claims for the most urgent lane that has room and gives each message its moment; false where nothing could be claimed. */
export function createLauncher(services: Services, runway: Runway): (look: Look) => Promise<boolean> {
  const { interval, flight } = runway
  let lastBroadcast: string | null = null

  return async ({ pace, lanes }) => {
    for (const lane of inTurn(lanes, lastBroadcast)) {
      const room = roomFor(lane, pace, runway)
      if (room < 1) continue
      const { messages, first } = await claimed(services, runway, lane, room)
      if (messages.length === 0) continue
      const borrowed = lane.kind === 'answer' ? BORROWED_MS : 0
      for (const [at, message] of messages.entries()) flight.launch(message, first + at * interval - borrowed)
      if (lane.kind === 'broadcast') lastBroadcast = lane.broadcastId
      return true
    }
    return false
  }
}

async function claimed(
  services: Services,
  { channel, time, interval, settler }: Runway,
  lane: Lane,
  room: number,
): Promise<{ readonly messages: readonly Leased[]; readonly first: number }> {
  const lease = services.ids()
  try {
    const messages = await claim(services, channel, lane, room, time, lease)
    if (messages.length === 0) return { messages, first: 0 }
    return { messages, first: await takeMoments(services, channel, time, messages.length, interval) }
  } catch (error) {
    // Claimed it may be, and only here it is known that none of it was given to the channel.
    await settler.giveBack(lease)
    throw error
  }
}

function roomFor({ kind }: Lane, pace: Pace, runway: Runway): number {
  const { nextAt, heldUntil, trouble } = pace
  const { time, interval, concurrency, flight, settler } = runway
  const now = time.now()
  if (heldUntil > now) return 0
  // What came of the last one is to be known first.
  if (trouble > 0) return flight.size() + settler.waiting() === 0 ? 1 : 0
  // What was answered and cannot be written down must not grow without end.
  if (settler.waiting() > concurrency * 4) return 0
  const isAnswer = kind === 'answer'
  // Claimed before a place is free, so that none stays empty meanwhile.
  const places = concurrency * (isAnswer ? 3 : 2) - flight.size()
  if (!isAnswer && !isTime(pace, runway)) return 0
  const moments = (now + AHEAD_MS + (isAnswer ? BORROWED_MS : 0) - nextAt) / interval
  return Math.floor(Math.min(places, moments, MOST_AT_ONCE))
}

/** Whether it is time to claim more messages that are no answers: many at once, for each claim costs a look and a flush. */
export function isTime(pace: Pace, runway: Runway): boolean {
  return isRoomy(runway) && untilMoments(pace, runway) <= 0
}

/** Whether so few are under way that others may be claimed. */
export function isRoomy({ flight, concurrency }: Runway): boolean {
  return flight.size() <= concurrency
}

// Milliseconds until there are moments for half of what may be claimed ahead; for one, where nothing is under way.
function untilMoments({ nextAt }: Pace, { time, interval, flight }: Runway): number {
  const moments = flight.size() === 0 ? 1 : Math.max(1, Math.floor(AHEAD_MS / 2 / interval))
  return nextAt - time.now() - AHEAD_MS + moments * interval
}

/** How long to wait where nothing could be launched, unless woken; null where there is nothing to wait for. */
export function waitFor({ pace, lanes }: Look, runway: Runway): number | null {
  const { time, flight, settler } = runway
  const underWay = flight.size() + settler.waiting()
  const held = pace.heldUntil - time.now()
  if (held > LONG_HOLD_MS && underWay === 0) return null
  if (held > 0) return Math.min(held, 1000)
  if (lanes.length === 0) return underWay === 0 ? null : 1000
  const ahead = untilMoments(pace, runway)
  if (ahead > 0) return Math.min(ahead, 1000)
  // Nothing can be claimed before something lands; here, or with another worker.
  return underWay > 0 ? 1000 : 250
}
