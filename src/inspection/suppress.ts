/** A group smaller than this could be told apart by its neighbours; the public page keeps the same measure. */
export const SMALLEST_GROUP = 10

/**
 * The counts of cells that add up to one known total, small ones hidden. Where a single one would be, the next smallest
 * goes too: what is missing from the total would tell it.
 */
export function suppressed(counts: readonly number[]): readonly (number | null)[] {
  const small = counts.filter((count) => count < SMALLEST_GROUP)
  const next = Math.min(...counts.filter((count) => count >= SMALLEST_GROUP))
  const beside = small.length === 1 ? counts.indexOf(next) : -1
  return counts.map((count, at) => (count < SMALLEST_GROUP || at === beside ? null : count))
}
