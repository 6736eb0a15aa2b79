import { dayOf } from '../time/clock.ts'

const SHANGHAI_OFFSET_MS = 8 * 3600 * 1000

/** An instant as staff read it, in Shanghai: `2026-11-18 12:00`. The same in both languages, and in both runtimes. */
export function dayTime(instant: string): string {
  const at = new Date(instant)
  return `${dayOf(at)} ${new Date(at.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(11, 16)}`
}
