import { bookInForce } from '../book/in-force.ts'
import { dayOf } from '../time/clock.ts'
import type { Services } from '../services.ts'
import type { By } from './refresh.ts'

/** What everybody is determined by now: today in Asia/Shanghai, and the book as it stands. */
export async function byToday({ clock, store }: Pick<Services, 'clock' | 'store'>): Promise<By> {
  return { day: dayOf(clock()), book: await bookInForce(store) }
}
