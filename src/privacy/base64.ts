const LETTERS = new TextEncoder().encode('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/')
const PAD = 61
const decoder = new TextDecoder()
const scratch = new Uint8Array(16_384)

/** Base64 of bytes, with `+`, `/` and padding. A prefix of 3n bytes carries no padding, so that texts can be joined after it. */
export function toBase64(bytes: Uint8Array): string {
  const length = Math.ceil(bytes.length / 3) * 4
  // As letters' codes, decoded at once: several times faster than btoa, or than joining letters.
  const text = length > scratch.length ? new Uint8Array(length) : scratch
  for (let at = 0, to = 0; at < bytes.length; at += 3, to += 4) {
    const bits = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
    text[to] = LETTERS[bits >> 18] ?? 0
    text[to + 1] = LETTERS[(bits >> 12) & 63] ?? 0
    text[to + 2] = LETTERS[(bits >> 6) & 63] ?? 0
    text[to + 3] = LETTERS[bits & 63] ?? 0
  }
  const rest = bytes.length % 3
  if (rest !== 0) text.fill(PAD, length - (3 - rest), length)
  return decoder.decode(text.subarray(0, length))
}

/** The bytes of a base64 text; throws on anything else. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text)
  const bytes = new Uint8Array(binary.length)
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at)
  return bytes
}
