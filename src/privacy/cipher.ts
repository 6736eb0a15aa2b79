/** AES-256-GCM under one key: the ciphertext is followed by its 16-byte tag. */
export type Cipher = {
  readonly encrypt: (iv: Bytes, plain: Bytes, place: Bytes) => Bytes | Promise<Bytes>
  /** Throws where the ciphertext or its place is not what was sealed. */
  readonly decrypt: (iv: Bytes, sealed: Bytes, place: Bytes) => Bytes | Promise<Bytes>
}

/** What WebCrypto takes: bytes over a buffer that is not shared. */
export type Bytes = Uint8Array<ArrayBuffer>

export type CipherOf = (key: Bytes) => Cipher | Promise<Cipher>

/** The cipher every runtime has: WebCrypto. */
export async function webCipher(key: Bytes): Promise<Cipher> {
  const imported = await crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt', 'decrypt'])
  const parameters = (iv: Bytes, place: Bytes) => ({ name: 'AES-GCM', iv, additionalData: place })
  return {
    encrypt: async (iv, plain, place) =>
      new Uint8Array(await crypto.subtle.encrypt(parameters(iv, place), imported, plain)),
    decrypt: async (iv, sealed, place) =>
      new Uint8Array(await crypto.subtle.decrypt(parameters(iv, place), imported, sealed)),
  }
}
