import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { toBase64 } from './base64.ts'
import type { Bytes } from './cipher.ts'

/** HMAC-SHA256 of a text under one key: its first 15 bytes as base64. */
export type Mac = (text: string) => string

export type MacOf = (key: Bytes) => Mac

/** The mac every runtime has, without a promise for each of an import's millions. */
export function portableMac(key: Bytes): Mac {
  const keyed = hmac.create(sha256, key)
  // Takes the keyed state for one digest at a time: making a fresh one costs twice the digest itself.
  const scratch = hmac.create(sha256, key)
  return (text) => {
    keyed._cloneInto(scratch).update(scratchBytes(text)).digestInto(DIGEST)
    return toBase64(INDEX)
  }
}

// Their bytes go through the same few buffers.
const DIGEST = new Uint8Array(32)
const INDEX = DIGEST.subarray(0, 15)
const SCRATCH = new Uint8Array(16_384)
const encoder = new TextEncoder()

function scratchBytes(text: string): Uint8Array {
  if (text.length * 3 > SCRATCH.length) return encoder.encode(text)
  return SCRATCH.subarray(0, encoder.encodeInto(text, SCRATCH).written)
}
