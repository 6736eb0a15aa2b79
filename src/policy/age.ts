import type { Day } from './facts.ts'

/** Age in completed years on a day; a birthday counts from its own day, 29 February from 1 March in a common year. */
export function ageOn(birthDate: Day, asOf: Day): number {
  return Math.floor((digitsOf(asOf) - digitsOf(birthDate)) / 10_000)
}

// 2017-09-01 as 20170901: two such numbers lie ten thousand apart for each full year, whatever the month and day.
function digitsOf(day: Day): number {
  let digits = 0
  for (let at = 0; at < 10; at++) {
    if (at !== 4 && at !== 7) digits = digits * 10 + day.charCodeAt(at) - 48
  }
  return digits
}
