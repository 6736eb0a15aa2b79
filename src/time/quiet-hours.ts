const MINUTE_MS = 60_000
const DAY_MINUTES = 24 * 60
const SHANGHAI_OFFSET_MINUTES = 8 * 60

/**
 * When the quiet hours (`HH:MM-HH:MM` in Asia/Shanghai, may pass midnight) that an instant falls in are over; null where it
 * falls in none. The first minute is quiet, the last is not; equal ends are no quiet hours at all.
 */
export function quietUntil(quietHours: string, instant: Date): Date | null {
  const [from = 0, to = 0] = quietHours.split('-').map(minuteOfDay)
  const now = Math.floor(instant.getTime() / MINUTE_MS)
  const sinceStart = modulo(now + SHANGHAI_OFFSET_MINUTES - from)
  const length = modulo(to - from)
  return sinceStart < length ? new Date((now - sinceStart + length) * MINUTE_MS) : null
}

function minuteOfDay(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}

function modulo(minutes: number): number {
  return ((minutes % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES
}
