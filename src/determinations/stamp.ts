import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Day } from '../policy/facts.ts'
import { rulesInForce } from '../policy/holding.ts'
import type { PolicyBook } from '../policy/parameters/parameters.ts'

/** To be raised when the evaluation itself changes its mind: all that is kept is then determined anew. */
const EVALUATION = 1

const made = new WeakMap<PolicyBook, Map<Day, string>>()

/** A short name of the rules in force on a day: what is kept under another name is determined anew. */
export function stampOn(asOf: Day, book: PolicyBook): string {
  const stamps = made.get(book) ?? new Map<Day, string>()
  made.set(book, stamps)
  const known = stamps.get(asOf)
  if (known !== undefined) return known
  const digest = sha256(utf8ToBytes(`${EVALUATION} ${rulesInForce(asOf, book)}`))
  const stamp = bytesToHex(digest.subarray(0, 12))
  stamps.set(asOf, stamp)
  return stamp
}
