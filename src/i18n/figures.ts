/** A number as both languages write it: 14,819. */
export function grouped(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+(?!\d))/g, ',')
}

/** A sum of money in yuan, of fen: ¥1,000, ¥12.50. */
export function yuan(fen: number): string {
  const whole = grouped(Math.trunc(fen / 100))
  return fen % 100 === 0 ? `¥${whole}` : `¥${whole}.${String(Math.abs(fen % 100)).padStart(2, '0')}`
}
