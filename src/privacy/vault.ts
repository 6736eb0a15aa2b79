import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { type Cipher, type CipherOf, webCipher } from './cipher.ts'
import { type Mac, type MacOf, portableMac } from './mac.ts'

/** What a blind index is of: the same text under two kinds gives unrelated indexes. */
type IndexKind =
  | 'household'
  | 'person'
  | 'number-start'
  | 'name'
  | 'link'
  | 'address'
  | 'content'
  | 'rate'
  | 'audit'
  | 'sign-in'
  | 'invite'
  | 'sentence'

/** Seals personal data and finds it again without opening it. */
export type Vault = {
  /** AES-256-GCM. `place` (table and row id) is authenticated, so a value moved to another row does not open. */
  readonly seal: (plain: string, place: string) => Promise<string>
  /** Throws where the value was altered, moved, or sealed under a key that is not at hand. */
  readonly open: (sealed: string, place: string) => Promise<string>
  /** HMAC-SHA256 under the current key, first 15 bytes as base64. */
  readonly index: (kind: IndexKind, value: string) => string
  /** The index under every key at hand, current first: look-ups keep working while keys rotate. */
  readonly indexes: (kind: IndexKind, value: string) => readonly string[]
  /** What tells under which key a value was sealed: it begins with one of these and a dot; current first. */
  readonly keyIds: readonly string[]
  /** A secret made of each key for another use, hexadecimal, current first; it tells nothing of the key. */
  readonly secrets: (purpose: string) => readonly string[]
}

/** The algorithms as a runtime does them. */
export type Primitives = { readonly cipherOf: CipherOf; readonly macOf: MacOf }

const PORTABLE: Primitives = { cipherOf: webCipher, macOf: portableMac }

type Key = {
  readonly id: string
  readonly derive: (purpose: string) => Uint8Array
  readonly cipher: Cipher
  readonly mac: Mac
}

/** A vault from 32-byte keys; `previous` still opens and finds what it sealed. */
export async function createVault(
  dataKey: Uint8Array,
  previous?: Uint8Array,
  primitives: Primitives = PORTABLE,
): Promise<Vault> {
  const current = await deriveKey(dataKey, primitives)
  const keys = previous === undefined ? [current] : [current, await deriveKey(previous, primitives)]

  return {
    seal: async (plain, place) => `${current.id}.${await current.cipher.seal(plain, place)}`,
    open: async (sealed, place) => {
      const key = keys.find((candidate) => sealed.startsWith(`${candidate.id}.`))
      if (key === undefined) throw new Error('sealed under a key that is not at hand')
      return key.cipher.open(sealed.slice(key.id.length + 1), place)
    },
    index: (kind, value) => blindIndex(current, kind, value),
    indexes: (kind, value) => keys.map((key) => blindIndex(key, kind, value)),
    keyIds: keys.map(({ id }) => id),
    secrets: (purpose) => keys.map((key) => bytesToHex(key.derive(`secret: ${purpose}`))),
  }
}

async function deriveKey(dataKey: Uint8Array, { cipherOf, macOf }: Primitives): Promise<Key> {
  const derive = (purpose: string) => hkdf(sha256, dataKey, undefined, utf8ToBytes(`huixue ${purpose}`), 32)
  return {
    id: bytesToHex(derive('key id').subarray(0, 4)),
    derive,
    cipher: await cipherOf(new Uint8Array(derive('seal'))),
    mac: macOf(new Uint8Array(derive('index'))),
  }
}

function blindIndex({ mac }: Key, kind: IndexKind, value: string): string {
  return mac(`${kind}\n${value}`)
}
