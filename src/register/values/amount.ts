// More than any programme pays in a year: a sum beyond it is a slip of the pen.
const MOST_YUAN = 1_000_000

const AMOUNT = /^[¥￥]?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2})0*)?元?$/

/** A sum of yuan with at most two decimals, in fen: `2,000.50元` is 200050; null for what is none. */
export function readFen(text: string): number | null {
  const parts = AMOUNT.exec(text.replace(/\s+/g, ''))
  if (parts === null) return null
  const yuan = Number((parts[1] ?? '').replaceAll(',', ''))
  if (yuan > MOST_YUAN) return null
  return yuan * 100 + Number((parts[2] ?? '').padEnd(2, '0'))
}
