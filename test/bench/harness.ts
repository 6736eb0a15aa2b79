/** One way of doing the same work. `round` does one round of it and tells how many units it did. */
export type Contender = { readonly name: string; readonly round: (index: number) => number | Promise<number> }

export type Pace = { readonly rounds: number; readonly warmUps: number }

/** Units a second, round by round. */
export type Timing = { readonly name: string; readonly rates: readonly number[]; readonly units: number }

export type Spread = { readonly low: number; readonly high: number }

/** One figure of one contender. `ratio`: this figure over the reference's. `spread`: the lowest and highest round. */
export type Figure = {
  readonly name: string
  readonly contender: string
  readonly figure: number
  readonly unit: string
  readonly spread: Spread | null
  readonly ratio: number | null
  readonly n: number
}

export type Verdict = { readonly target: string; readonly met: boolean; readonly figure: string }

/** What one benchmark hands to the runner. `notes`: how it was measured, and what a contender cannot do. */
export type Report = {
  readonly figures: readonly Figure[]
  readonly verdicts: readonly Verdict[]
  readonly notes: readonly string[]
}

/** Where a contender puts what it made, so that making it is not optimised away. */
export const sink: { kept: unknown } = { kept: null }

/** Times the contenders in turn, round by round, so that the machine's moods fall on all of them alike. */
export async function race(contenders: readonly Contender[], { rounds, warmUps }: Pace): Promise<Timing[]> {
  const rates = contenders.map((): number[] => [])
  const units = contenders.map(() => 0)
  for (let round = -warmUps; round < rounds; round++) {
    for (const [at, contender] of turned(contenders, round)) {
      globalThis.gc?.()
      const began = performance.now()
      const done = await contender.round(round)
      const seconds = (performance.now() - began) / 1000
      if (round < 0) continue
      rates[at]?.push(done / seconds)
      units[at] = (units[at] ?? 0) + done
    }
  }
  return contenders.map(({ name }, at) => ({ name, rates: rates[at] ?? [], units: units[at] ?? 0 }))
}

/** The figures of a race, each with its ratio to the reference's median. */
export function figuresOf(
  name: string,
  unit: string,
  timings: readonly Timing[],
  reference: string,
): Figure[] {
  const base = median(timings.find((timing) => timing.name === reference)?.rates ?? [])
  return timings.map((timing) => {
    const figure = median(timing.rates)
    return {
      name,
      contender: timing.name,
      figure,
      unit,
      spread: spreadOf(timing.rates),
      ratio: figure / base,
      n: timing.units,
    }
  })
}

/** The contender with the highest median. */
export function fastest(timings: readonly Timing[]): Timing {
  const [first, ...rest] = timings
  if (first === undefined) throw new Error('no contender')
  return rest.reduce((best, timing) => (median(timing.rates) > median(best.rates) ? timing : best), first)
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

/** The value below which the share `q` of them lies, by linear interpolation; NaN of none. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const place = (sorted.length - 1) * q
  const low = sorted[Math.floor(place)] ?? Number.NaN
  const high = sorted[Math.ceil(place)] ?? Number.NaN
  return low + (high - low) * (place - Math.floor(place))
}

export function spreadOf(values: readonly number[]): Spread {
  return { low: Math.min(...values), high: Math.max(...values) }
}

/** `≥ 5×`-like targets: whether `ratio` reaches `least`. */
export function atLeast(what: string, least: number, ratio: number): Verdict {
  return { target: `${what} ≥ ${least}×`, met: ratio >= least, figure: `${ratio.toFixed(2)}×` }
}

/** Whether the runner asked for a short run. */
export const QUICK = process.env['BENCH_QUICK'] === '1'

/** Hands the report to the runner; alone (started by hand), prints it. */
export function hand(report: Report): void {
  if (process.send !== undefined) process.send(report)
  else process.stdout.write(`${JSON.stringify(report, null, 1)}\n`)
}

// Each round starts with another contender: nobody always runs on the heap that the same neighbour left.
function turned(contenders: readonly Contender[], round: number): [number, Contender][] {
  const entries = [...contenders.entries()]
  const first = ((round % entries.length) + entries.length) % entries.length
  return [...entries.slice(first), ...entries.slice(0, first)]
}
