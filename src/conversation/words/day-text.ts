import { say, type Text } from './reply.ts'

/** A day, as each language writes it. */
export function dayText(day: string): Text {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return say('conversation:day', { year, month, day: date })
}
