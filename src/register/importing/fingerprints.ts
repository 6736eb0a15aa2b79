/** A text as 64 bits: equal texts give equal ones, and among a million unlike texts two are alike once in 40 million files. */
export type Fingerprint = (text: string) => bigint

/** What fingerprints are made under. */
export type Seed = readonly [number, number]

/** A seed that nobody else has. */
export function newSeed(): Seed {
  const [one = 0, other = 0] = crypto.getRandomValues(new Uint32Array(2))
  return [one, other]
}

/** Fingerprints under a seed: they serve to compare texts within one import. */
export function createFingerprint([seed, other]: Seed = newSeed()): Fingerprint {
  const halves = new Uint32Array(2)
  const whole = new BigUint64Array(halves.buffer)
  return (text) => {
    let a = seed
    let b = other
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at)
      a = Math.imul(a ^ code, 0x9e3779b1)
      a ^= a >>> 15
      b = Math.imul(b ^ code, 0x85ebca77)
      b ^= b >>> 13
    }
    halves[0] = Math.imul(a ^ (b >>> 16), 0xc2b2ae3d)
    halves[1] = Math.imul(b ^ (a >>> 16), 0x27d4eb2f)
    return whole[0] ?? 0n
  }
}

/** A growing list of fingerprints, eight bytes each. */
export type FingerprintList = {
  readonly push: (value: bigint) => void
  readonly all: () => BigUint64Array
}

export function fingerprintList(): FingerprintList {
  let held = new BigUint64Array(4096)
  let length = 0
  return {
    push: (value) => {
      if (length === held.length) {
        const longer = new BigUint64Array(length * 2)
        longer.set(held)
        held = longer
      }
      held[length++] = value
    },
    all: () => held.subarray(0, length),
  }
}

/** Those that stand in a list more than once. */
export function repeatedIn(list: FingerprintList): ReadonlySet<bigint> {
  const sorted = list.all().toSorted()
  const found = new Set<bigint>()
  for (let at = 1; at < sorted.length; at++) {
    const value = sorted[at]
    if (value !== undefined && value === sorted[at - 1]) found.add(value)
  }
  return found
}
