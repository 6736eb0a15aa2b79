// Weights lie within ±MOST; their characters, and those of runs of nought, need no escaping in JSON.
const MOST = 24
const MIDDLE = '#'.charCodeAt(0) + MOST
const RUN = 'a'.charCodeAt(0) - 1
const LONGEST = 26

/** Small whole numbers from -24 to 24 as text: a character each, one for up to 26 noughts. It packs far better than base64. */
export function pack(weights: readonly number[]): string {
  let packed = ''
  for (let at = 0; at < weights.length; ) {
    const run = noughtsAt(weights, at)
    packed += String.fromCharCode(run > 0 ? RUN + run : MIDDLE + (weights[at] ?? 0))
    at += Math.max(1, run)
  }
  return packed
}

/** What `pack` packed. */
export function unpack(packed: string): Int8Array {
  const weights: number[] = []
  for (let at = 0; at < packed.length; at++) {
    const code = packed.charCodeAt(at)
    if (code <= RUN) weights.push(code - MIDDLE)
    else for (let run = code - RUN; run > 0; run--) weights.push(0)
  }
  return Int8Array.from(weights)
}

function noughtsAt(weights: readonly number[], at: number): number {
  let run = 0
  while (run < LONGEST && weights[at + run] === 0) run += 1
  return run
}
