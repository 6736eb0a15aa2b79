/** Where the row of each digest begins; 0 for a digest that has none. */
export type Places = (digest: number) => number

/**
 * Files where rows begin, none at 0, by their digests, all different. Open addressing in one array of numbers, a third of
 * it free at the least: in a Map of so many each look-up would wait for memory twice.
 */
export function placesOf(digests: readonly number[], begins: readonly number[]): Places {
  const mask = 2 ** Math.ceil(Math.log2(digests.length * 1.5)) - 1
  // A digest and its place side by side.
  const table = new Int32Array((mask + 1) * 2)
  const slotOf = (digest: number) => {
    let slot = digest & mask
    while (table[slot * 2 + 1] !== 0 && table[slot * 2] !== digest) slot = (slot + 1) & mask
    return slot * 2
  }
  for (const [at, digest] of digests.entries()) {
    const slot = slotOf(digest)
    table[slot] = digest
    table[slot + 1] = begins[at] ?? 0
  }
  return (digest) => table[slotOf(digest) + 1] ?? 0
}
