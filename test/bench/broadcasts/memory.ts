/** What a process held after each tenth of a long work. */
export type Tenths = { readonly heap: readonly number[]; readonly resident: readonly number[] }

/** Looks at this process's own memory, in MiB, whenever a tenth of `total` is done. */
export function tenthsOf(total: number): {
  readonly done: (units: number) => void
  readonly all: () => Tenths
} {
  const heap: number[] = []
  const resident: number[] = []
  return {
    done: (units) => {
      if (units < ((heap.length + 1) * total) / 10) return
      globalThis.gc?.()
      const { heapUsed, rss } = process.memoryUsage()
      heap.push(heapUsed / 2 ** 20)
      resident.push(rss / 2 ** 20)
    },
    all: () => ({ heap, resident }),
  }
}

/** How much there was in the end over what there was after the first tenth; null where it was not looked at twice. */
export function growthOf(mebibytes: readonly number[]): number | null {
  const [first, ...rest] = mebibytes
  const last = rest.at(-1)
  return first === undefined || last === undefined ? null : last / first
}
