import type { Services } from '../services.ts'
import { statement } from '../storage/store.ts'
import type { Upload } from './read.ts'
import { takeUpload } from './take.ts'
import { placeOfFound } from './upload.ts'

// It is applied as of the day it was read for, whenever that is.
const SHOW = `update uploads set state = 'read', fault = ?2, sealed = ?3, total = ?4, taken_on = coalesce(taken_on, ?5),
    lease_until = null, tries = 0
  where id = ?1 and state = 'reading'`

/** Reads a file without writing anything of it, and keeps what it found for staff to look at. */
export async function previewUpload(services: Services, upload: Upload): Promise<void> {
  const { found, fault } = await takeUpload(services, upload, null)
  // Applying it goes through each row twice: how many there are is known then.
  const total = found.counts === null ? null : 2 * found.counts.read
  const sealed = await services.vault.seal(JSON.stringify(found), placeOfFound(upload.id))
  await services.store.atomically([statement(SHOW, [upload.id, fault, sealed, total, found.takenOn])])
}
