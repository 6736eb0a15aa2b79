import type { Channel } from '../conversation/turn.ts'
import type { Services } from '../services.ts'
import type { Query } from '../storage/store.ts'
import { unclaimWrites } from './claim.ts'
import { type Landed, settleWrites } from './settle.ts'
import { pause, type Time } from '../time/time.ts'

/** Keeps what came of sent messages, many in one batch. */
export type Settler = {
  readonly add: (landed: Landed) => void
  /** Gives back what was claimed under a lease and was never launched. */
  readonly giveBack: (lease: string) => Promise<void>
  /** How many are not kept yet. */
  readonly waiting: () => number
  /** Ends once all is kept, or was given up as the drain ends; what is given up is asked for once its lease runs out. */
  readonly done: () => Promise<void>
}

const MOST_AT_ONCE = 200
/** A batch costs as much as several messages in it; what is cut off before it is kept is asked for. */
const GATHERED_MS = 5
const FIRST_PAUSE_MS = 1000
const LONGEST_PAUSE_MS = 30_000

type Scene = {
  readonly channel: Channel
  readonly time: Time
  /** How often in a row the provider was in trouble, as far as is known. */
  readonly trouble: () => number
  readonly isGivingUp: () => boolean
  /** Called when messages came back, and again when they are kept: there is room for others. */
  readonly onRoom: () => void
}

export function createSettler(services: Services, scene: Scene): Settler {
  let landed: Landed[] = []
  let keeping = 0
  let flushing: Promise<void> | null = null

  async function flush(): Promise<void> {
    // Those that come back in the same moment are kept together.
    await pause(scene.time, GATHERED_MS)
    while (landed.length > 0) {
      const batch = landed.slice(0, MOST_AT_ONCE)
      landed = landed.slice(MOST_AT_ONCE)
      keeping = batch.length
      await keep(services, scene, batch.length, () =>
        settleWrites(services, scene.channel, batch, scene.trouble(), scene.time),
      )
      keeping = 0
      scene.onRoom()
    }
    flushing = null
  }

  return {
    add: (one) => {
      landed.push(one)
      flushing ??= flush()
      scene.onRoom()
    },
    giveBack: (lease) => keep(services, scene, 0, () => Promise.resolve(unclaimWrites(scene.channel, lease))),
    waiting: () => landed.length + keeping,
    done: async () => {
      while (flushing !== null) await flushing
    },
  }
}

// What became of them is known here alone until it is written: a full disk or a database that refuses is waited for.
async function keep(
  services: Services,
  { channel, time, isGivingUp }: Scene,
  messages: number,
  writes: () => Promise<readonly Query[]>,
): Promise<void> {
  for (let wait = FIRST_PAUSE_MS; ; wait = Math.min(wait * 2, LONGEST_PAUSE_MS)) {
    try {
      await services.store.atomically(await writes())
      return
    } catch (error) {
      const name = error instanceof Error ? error.name : 'unknown'
      services.log.error('outbox cannot settle', { channel, messages, error: name })
      if (isGivingUp()) return
      await pause(time, wait)
    }
  }
}
