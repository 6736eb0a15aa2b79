import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/**
 * A person's place in the order of a draw: the first of a stratum are its sample. By the seed and the person's id alone,
 * so that neither the order of the register nor who else stands in it changes whose turn it is.
 */
export function rankOf(seed: string, person: string): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify([seed, person]))).subarray(0, 12))
}
