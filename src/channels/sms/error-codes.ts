// Source: Twilio's error and warning dictionary.
const OPTED_OUT = 21610
const PERMANENT: ReadonlySet<number> = new Set([
  21211, 21214, 21217, 21219, 21401, 21408, 21421, 21604, 21606, 21612, 21614, 21617, 30003, 30004, 30005,
  30006, 30007, 30008,
])

/** The number has said STOP at the provider. */
export function isOptOut(code: number): boolean {
  return code === OPTED_OUT
}

/** Trying again would end the same: a number that is none, cannot be reached by SMS, or is not allowed. */
export function isPermanent(code: number): boolean {
  return PERMANENT.has(code)
}
