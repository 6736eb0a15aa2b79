import pairs from './common-pairs.json' with { type: 'json' }

const COMMON = new Set(pairs)

/** Whether these two hanzi stand side by side in what people ordinarily write, so that they begin or end no name. */
export function isOrdinary(one: string, other: string): boolean {
  return COMMON.has(one + other)
}
