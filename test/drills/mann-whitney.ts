/** What the Mann–Whitney test says of two samples. `auc`: the chance that one of the first is the greater; 0.5 tells nothing. */
export type MannWhitney = { readonly u: number; readonly z: number; readonly p: number; readonly auc: number }

/** The two-sided Mann–Whitney U test by the normal approximation, ties corrected: for samples of some hundred and more. */
export function mannWhitney(first: readonly number[], second: readonly number[]): MannWhitney {
  const all = [
    ...first.map((value) => ({ value, isFirst: true })),
    ...second.map((value) => ({ value, isFirst: false })),
  ].toSorted((one, other) => one.value - other.value)
  let [ranks, ties] = [0, 0]
  for (let from = 0; from < all.length; ) {
    let to = from
    while (to < all.length && all[to]?.value === all[from]?.value) to += 1
    const rank = (from + 1 + to) / 2
    for (const { isFirst } of all.slice(from, to)) if (isFirst) ranks += rank
    ties += (to - from) ** 3 - (to - from)
    from = to
  }
  const [m, n, size] = [first.length, second.length, all.length]
  const u = ranks - (m * (m + 1)) / 2
  const spread = Math.sqrt(((m * n) / 12) * (size + 1 - ties / (size * (size - 1))))
  const z = spread === 0 ? 0 : (u - (m * n) / 2) / spread
  return { u, z, p: 2 * (1 - normal(Math.abs(z))), auc: u / (m * n) }
}

// Abramowitz and Stegun 26.2.17, right to 7.5e-8.
function normal(x: number): number {
  const t = 1 / (1 + 0.2316419 * x)
  const terms = [0.31938153, -0.356563782, 1.781477937, -1.821255978, 1.330274429]
  const sum = terms.reduceRight((sofar, term) => (sofar + term) * t, 0)
  return 1 - (Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)) * sum
}
