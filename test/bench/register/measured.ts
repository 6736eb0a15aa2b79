/** What a contender's process tells of its one import. */
export type Measured = {
  readonly rows: number
  readonly seconds: number
  readonly peakMiB: number
  readonly startMiB: number
}

/** Times one import in this process and tells its parent, with the peak of the process's memory. */
export async function measured(importAll: () => Promise<number>): Promise<void> {
  const startMiB = process.memoryUsage.rss() / 2 ** 20
  const began = performance.now()
  const rows = await importAll()
  const seconds = (performance.now() - began) / 1000
  const peakMiB = process.resourceUsage().maxRSS / 2 ** 10
  process.send?.({ rows, seconds, peakMiB, startMiB } satisfies Measured)
}
