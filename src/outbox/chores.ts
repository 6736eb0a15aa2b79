import type { Channel } from '../conversation/turn.ts'
import type { Services } from '../services.ts'
import { sweepCancelled } from './broadcasts.ts'
import { askForLost, expireWrite } from './lost.ts'
import type { Sender } from './sender.ts'
import { pause, type Time } from '../time/time.ts'

/** Work beside the sending: it holds up none of it. */
export type Chores = {
  /** Begins them where it is time again and they are not under way. */
  readonly begin: () => void
  readonly areUnderWay: () => boolean
  readonly done: () => Promise<void>
}

const EVERY_MS = 10_000
const BETWEEN_SWEEPS_MS = 20

type Scene = {
  readonly channel: Channel
  readonly sender: Sender
  readonly time: Time
  readonly isOver: () => boolean
  readonly onDone: () => void
}

export function createChores(services: Services, scene: Scene): Chores {
  const { time } = scene
  let began = Number.NEGATIVE_INFINITY
  let underWay: Promise<void> | null = null

  async function work(): Promise<void> {
    await workOff(services, scene)
    underWay = null
    scene.onDone()
  }

  return {
    begin: () => {
      // By a clock that was set back it is time again, too.
      if (underWay !== null || Math.abs(time.now() - began) < EVERY_MS) return
      began = time.now()
      underWay = work()
    },
    areUnderWay: () => underWay !== null,
    done: async () => underWay ?? undefined,
  }
}

async function workOff(services: Services, { channel, sender, time, isOver }: Scene): Promise<void> {
  try {
    await services.store.atomically([expireWrite(services, time)])
    await askForLost(services, channel, sender, isOver)
    while (!isOver() && (await sweepCancelled(services))) await pause(time, BETWEEN_SWEEPS_MS)
  } catch (error) {
    const name = error instanceof Error ? error.name : 'unknown'
    services.log.error('outbox chores failed', { channel, error: name })
  }
}
