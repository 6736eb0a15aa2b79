import { createCipheriv, createDecipheriv, createSecretKey } from 'node:crypto'
import type { Bytes, Cipher } from '../privacy/cipher.ts'

const ALGORITHM = 'aes-256-gcm'
const TAG_BYTES = 16

/**
 * The same AES-256-GCM by Node's own binding: WebCrypto on Node hands each call to a thread, which costs several times
 * the encryption of a family's few hundred bytes. The tests hold that each opens what the other sealed.
 */
export function nodeCipher(bytes: Bytes): Cipher {
  const key = createSecretKey(bytes)
  return {
    encrypt: (iv, plain, place) => {
      const cipher = createCipheriv(ALGORITHM, key, iv)
      cipher.setAAD(place)
      return new Uint8Array(Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]))
    },
    decrypt: (iv, sealed, place) => {
      const decipher = createDecipheriv(ALGORITHM, key, iv)
      decipher.setAAD(place)
      decipher.setAuthTag(sealed.subarray(-TAG_BYTES))
      return new Uint8Array(
        Buffer.concat([decipher.update(sealed.subarray(0, -TAG_BYTES)), decipher.final()]),
      )
    },
  }
}
