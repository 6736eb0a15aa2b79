import type { Services } from '../services.ts'
import { statement } from '../storage/store.ts'
import type { Upload } from './read.ts'
import { keepMark, readMark } from './mark.ts'
import { takeUpload } from './take.ts'
import { placeOfFound } from './upload.ts'

// It is applied as of the day it was read for, whenever that is.
const SHOW = `update uploads set state = 'read', fault = ?2, sealed = ?3, total = ?4, taken_on = coalesce(taken_on, ?5),
    sealed_mark = null, lease_until = null, tries = 0
  where id = ?1 and state = 'reading'`

/** Reads a file, or a step of it, without writing anything of it, and keeps what it found for staff to look at. */
export async function previewUpload(
  services: Services,
  upload: Upload,
  isEnough: () => boolean,
): Promise<void> {
  const from = await readMark(services, upload.id)
  const { found, fault, mark } = await takeUpload(services, upload, { importId: null, from, isEnough })
  if (mark !== null) {
    await services.store.atomically([await keepMark(services, upload.id, mark)])
    return
  }
  // Applying it goes through each row twice: how many there are is known then.
  const total = found.counts === null ? null : 2 * found.counts.read
  const sealed = await services.vault.seal(JSON.stringify(found), placeOfFound(upload.id))
  await services.store.atomically([statement(SHOW, [upload.id, fault, sealed, total, found.takenOn])])
}
