import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { auditWrite } from '../audit/entry.ts'
import type { Fault } from '../fault.ts'
import type { Services } from '../services.ts'
import type { Actor } from '../staff/actor.ts'
import { may } from '../staff/permissions.ts'
import { mustHaveChangedOne, statement } from '../storage/store.ts'
import { rememberedMapping } from './mapping.ts'
import { PIECE, pieceWrite } from './pieces.ts'
import { UPLOAD_KINDS, type UploadKind } from './upload.ts'

export type HandedIn = {
  readonly kind: UploadKind
  readonly file: File
  /** The day the register was taken, or that a ledger's rows without a day are of. */
  readonly takenOn: string | null
}

type Kept = { readonly ok: true; readonly id: string } | { readonly ok: false; readonly fault: Fault }

const ADD = `insert into uploads
    (id, kind, file, digest, bytes, by, role, area_code, township, taken_on, mapping, state, created_at)
  values (?1, ?2, ?3, '', ?4, ?5, ?6, ?7, ?8, ?9, ?10, 'arriving', ?11)`
const ARRIVED = `update uploads set state = 'waiting', digest = ?2 where id = ?1 and state = 'arriving'`
const LONGEST_NAME = 200

/** Keeps a file that was handed in, sealed, to be read by whoever works on uploads. Faults: forbidden, invalid. */
export async function keepUpload(services: Services, actor: Actor, handed: HandedIn): Promise<Kept> {
  const { kind, file, takenOn } = handed
  if (!may(actor, UPLOAD_KINDS[kind])) return { ok: false, fault: { code: 'forbidden' } }
  if (file.size === 0)
    return { ok: false, fault: { code: 'invalid', fields: [{ path: 'file', problem: 'empty' }] } }
  const { store, ids, clock } = services
  const id = ids()
  const name = file.name.slice(-LONGEST_NAME)
  const mapping = JSON.stringify(await rememberedMapping(services, actor, kind))
  const { code, township } = actor.area
  const values = [id, kind, name, file.size, actor.name, actor.role, code, township, takenOn, mapping]
  await store.atomically([statement(ADD, [...values, clock().toISOString()])])
  const hash = sha256.create()
  for (let at = 0; at * PIECE < file.size; at++) {
    const bytes = new Uint8Array(await file.slice(at * PIECE, (at + 1) * PIECE).arrayBuffer())
    hash.update(bytes)
    await store.atomically([await pieceWrite(services, id, at, bytes)])
  }
  await store.atomically([
    statement(ARRIVED, [id, bytesToHex(hash.digest())]),
    mustHaveChangedOne(),
    auditWrite(services, actor, { action: 'import.upload', subject: id, detail: { kind, bytes: file.size } }),
  ])
  services.wake('upload')
  return { ok: true, id }
}
