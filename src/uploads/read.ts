import type { Services } from '../services.ts'
import type { Actor } from '../staff/actor.ts'
import { type Area, areaCondition, areaOf, contains } from '../staff/area.ts'
import { may, type Role, ROLES } from '../staff/permissions.ts'
import type { MappingPairs } from './mapping.ts'
import { type Found, placeOfFound, UPLOAD_KINDS, type UploadKind, type UploadState } from './upload.ts'

/** A file handed in, and how far it has come. */
export type Upload = {
  readonly id: string
  readonly kind: UploadKind
  readonly file: string
  readonly digest: string
  readonly bytes: number
  readonly by: string
  readonly role: Role
  readonly area: Area
  readonly takenOn: string | null
  readonly mapping: MappingPairs
  readonly state: UploadState
  readonly fault: string | null
  readonly importIds: readonly string[]
  readonly done: number
  readonly total: number | null
  readonly startedAt: string | null
  readonly createdAt: string
}

export type UploadRow = Omit<Upload, 'area' | 'mapping' | 'importIds'> & {
  readonly importIds: string
  readonly areaCode: string
  readonly township: string | null
  readonly mapping: string
  readonly sealed: string | null
}

export const UPLOAD_COLUMNS = `u.id, u.kind, u.file, u.digest, u.bytes, u.by, u.role, u.area_code as areaCode, u.township,
  u.taken_on as takenOn, u.mapping, u.state, u.fault, u.sealed, u.import_ids as importIds, u.done, u.total,
  u.started_at as startedAt, u.created_at as createdAt`

const LATEST = 50

/** The files handed in for one's own area, the latest first. */
export async function listUploads(
  { store }: Pick<Services, 'store'>,
  actor: Actor,
): Promise<readonly Upload[]> {
  const { sql, params } = areaCondition(actor.area, { county: 'u.area_code', township: 'u.township' }, 1)
  const rows = await store.rows<UploadRow>(
    `select ${UPLOAD_COLUMNS} from uploads u where u.state <> 'arriving' and ${sql} order by u.id desc limit ${LATEST}`,
    params,
  )
  return rows.filter(({ kind }) => may(actor, UPLOAD_KINDS[kind])).map(toUpload)
}

/** One of them, with what was found in it; null where it is none of the actor's area. */
export async function readUpload(
  { store, vault }: Pick<Services, 'store' | 'vault'>,
  actor: Actor,
  id: string,
): Promise<{ readonly upload: Upload; readonly found: Found | null } | null> {
  const [row] = await store.rows<UploadRow>(`select ${UPLOAD_COLUMNS} from uploads u where u.id = ?1`, [id])
  if (row === undefined || !may(actor, UPLOAD_KINDS[row.kind])) return null
  const upload = toUpload(row)
  if (!contains(actor.area, upload.area)) return null
  const found = row.sealed === null ? null : await vault.open(row.sealed, placeOfFound(id))
  return { upload, found: found === null ? null : (JSON.parse(found) as Found) }
}

/** A row as the room knows it; one whose role or area is none of ours may do nothing. */
export function toUpload(of: UploadRow): Upload {
  const { areaCode, township, mapping, importIds, sealed: _, role, ...row } = of
  return {
    ...row,
    role: ROLES.find((one) => one === role) ?? 'inspector',
    area: areaOf(areaCode, township) ?? { code: 'none', township: null },
    mapping: JSON.parse(mapping) as MappingPairs,
    importIds: JSON.parse(importIds) as readonly string[],
  }
}
