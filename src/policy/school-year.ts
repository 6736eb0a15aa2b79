import type { Day } from './facts.ts'

/** The school year a day falls in, named by the year it begins: 1 September 2025 to 31 August 2026 is 2025. */
export function schoolYearOf(day: Day): number {
  const year = Number(day.slice(0, 4))
  return day.slice(5) >= '09-01' ? year : year - 1
}
