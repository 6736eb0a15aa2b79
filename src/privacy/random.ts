// A draw costs far more than its bytes, so they are drawn a few hundred uses at a time.
const pool = new Uint8Array(4096)
let used = pool.length

/** Random bytes, at most 4096, never given out twice. */
export function randomBytes(length: number): Uint8Array<ArrayBuffer> {
  if (used + length > pool.length) {
    crypto.getRandomValues(pool)
    used = 0
  }
  used += length
  return pool.slice(used - length, used)
}
