import { fromBase64, toBase64 } from './base64.ts'
import { randomBytes } from './random.ts'

/** AES-256-GCM under one key. Sealed is base64 of the 12-byte nonce, the ciphertext and its 16-byte tag. */
export type Cipher = {
  readonly seal: (plain: string, place: string) => string | Promise<string>
  /** Throws where the ciphertext or its place is not what was sealed. */
  readonly open: (sealed: string, place: string) => string | Promise<string>
}

/** What WebCrypto takes: bytes over a buffer that is not shared. */
export type Bytes = Uint8Array<ArrayBuffer>

export type CipherOf = (key: Bytes) => Cipher | Promise<Cipher>

export const NONCE_BYTES = 12

const encoder = new TextEncoder()
// What was sealed comes back as it was, a byte order mark too.
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** The cipher every runtime has: WebCrypto. */
export async function webCipher(key: Bytes): Promise<Cipher> {
  const imported = await crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt', 'decrypt'])
  const parameters = (iv: Bytes, place: string) => ({
    name: 'AES-GCM',
    iv,
    additionalData: encoder.encode(place),
  })
  return {
    seal: async (plain, place) => {
      const nonce = randomBytes(NONCE_BYTES)
      const sealed = await crypto.subtle.encrypt(parameters(nonce, place), imported, encoder.encode(plain))
      // Twelve bytes make whole letters, so that the rest can follow them.
      return toBase64(nonce) + toBase64(new Uint8Array(sealed))
    },
    open: async (sealed, place) => {
      const bytes = fromBase64(sealed)
      const [nonce, rest] = [bytes.subarray(0, NONCE_BYTES), bytes.subarray(NONCE_BYTES)]
      return decoder.decode(await crypto.subtle.decrypt(parameters(nonce, place), imported, rest))
    },
  }
}
