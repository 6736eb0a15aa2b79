/** What a contender's process tells of its one import. */
export type Measured = {
  readonly rows: number
  readonly seconds: number
  /** Of all threads. */
  readonly processorSeconds: number
  readonly peakMiB: number
}

/** Times one import in this process and tells its parent, with the peak of the process's memory. */
export async function measured(importAll: () => Promise<number>): Promise<void> {
  const before = process.cpuUsage()
  const began = performance.now()
  const rows = await importAll()
  const seconds = (performance.now() - began) / 1000
  const { user, system } = process.cpuUsage(before)
  const processorSeconds = (user + system) / 1e6
  const peakMiB = process.resourceUsage().maxRSS / 2 ** 10
  process.send?.({ rows, seconds, processorSeconds, peakMiB } satisfies Measured)
}
