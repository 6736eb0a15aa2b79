import { randomBytes } from './privacy/random.ts'

/** Time-ordered random identifiers: 48 bits of milliseconds, 80 random bits, as 26 letters of Crockford's base 32. */
export function createIds(now: () => Date): () => string {
  let last = { time: Number.NaN, letters: '' }
  return () => {
    const time = now().getTime()
    // Of an import's thousands each millisecond gives several.
    if (time !== last.time) last = { time, letters: base32(time, 10) }
    return last.letters + randomLetters(16)
  }
}

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The least identifier that could be made `milliseconds` before this one: a time to compare identifiers with. */
export function idBefore(id: string, milliseconds: number): string {
  const made = Array.from(id.slice(0, 10)).reduce((time, letter) => time * 32 + LETTERS.indexOf(letter), 0)
  return base32(Math.max(0, made - milliseconds), 10) + '0'.repeat(16)
}

function base32(value: number, length: number): string {
  let rest = value
  let text = ''
  for (let at = 0; at < length; at++) {
    text = `${LETTERS[rest % 32] ?? ''}${text}`
    rest = Math.floor(rest / 32)
  }
  return text
}

function randomLetters(length: number): string {
  let text = ''
  for (const byte of randomBytes(length)) text += LETTERS[byte % 32] ?? ''
  return text
}
