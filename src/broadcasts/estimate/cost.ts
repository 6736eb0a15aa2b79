import type { Price } from '../../settings.ts'

/** What messages cost, at so much a segment. */
export type Cost = { readonly amount: number; readonly currency: string; readonly perSegment: number }

/** The cost of so many segments, to a hundredth of the smallest coin; null where nobody said what one costs. */
export function costOf(segments: number, price: Price | undefined): Cost | null {
  if (price === undefined) return null
  const { amount, currency } = price
  return { amount: Math.round(segments * amount * 10_000) / 10_000, currency, perSegment: amount }
}
