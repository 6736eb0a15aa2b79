import type { Day } from '../policy/facts.ts'

const SHANGHAI_OFFSET_MS = 8 * 3600 * 1000

/** The day an instant falls on in Asia/Shanghai, which has kept UTC+8 without summer time since 1991. */
export function dayOf(instant: Date): Day {
  return new Date(instant.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10)
}

/** The instant at which a day begins there. */
export function midnight(day: Day): Date {
  return new Date(`${day}T00:00:00+08:00`)
}
