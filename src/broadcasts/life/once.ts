import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Services } from '../../services.ts'
import type { Actor } from '../../staff/actor.ts'
import { type Query, statement } from '../../storage/store.ts'
import type { BroadcastResult } from './move.ts'

/** A request that its sender may repeat (`Idempotency-Key`), known by a digest of all that it asks. */
export type Once = { readonly key: string; readonly digest: string }

/** The digest of all that a request asks. */
export function digestOf(asked: object): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(asked))))
}

const KEEP = 'insert into idempotency_keys (actor, key, digest, answer, at) values (?1, ?2, ?3, ?4, ?5)'
const KNOWN = 'select digest, answer from idempotency_keys where actor = ?1 and key = ?2'

/** The write that keeps what was answered; a key that is taken undoes the batch. */
export function onceWrite(
  { clock }: Pick<Services, 'clock'>,
  { name }: Actor,
  { key, digest }: Once,
  answer: object,
): Query {
  return statement(KEEP, [name, key, digest, JSON.stringify(answer), clock().toISOString()])
}

/** What the request was answered before; null where it is new. Fault: invalid, where the key was used for another one. */
export async function knownAnswer<T>(
  { store }: Pick<Services, 'store'>,
  { name }: Actor,
  once: Once | undefined,
): Promise<BroadcastResult<T> | null> {
  if (once === undefined) return null
  const [row] = await store.rows<{ digest: string; answer: string }>(KNOWN, [name, once.key])
  if (row === undefined) return null
  if (row.digest !== once.digest) {
    const fields = [
      {
        path: 'Idempotency-Key',
        problem: 'was used for another request',
        told: { code: 'used-before' },
      } as const,
    ]
    return { ok: false, fault: { code: 'invalid', fields } }
  }
  return { ok: true, value: JSON.parse(row.answer) as T }
}
