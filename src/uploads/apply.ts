import { auditWrite } from '../audit/entry.ts'
import type { Services } from '../services.ts'
import { statement } from '../storage/store.ts'
import type { Upload } from './read.ts'
import { keepMark, readMark } from './mark.ts'
import { takeUpload } from './take.ts'
import { placeOfFound } from './upload.ts'

const APPLIED = `update uploads set state = ?2, fault = ?3, sealed = ?4, sealed_mark = null, lease_until = null, tries = 0
  where id = ?1 and state = 'applying'`
// Before it writes anything: what a cut-off import wrote can be taken back too.
const NOTE = 'update uploads set import_ids = ?2 where id = ?1'
export const FORGET_PIECES = 'delete from upload_pieces where upload_id = ?1'

/** Applies a file, or a step of it; its bytes are not kept any longer once all is done. */
export async function applyUpload(
  services: Services,
  upload: Upload,
  isEnough: () => boolean,
): Promise<void> {
  const { store, vault, ids } = services
  const from = await readMark(services, upload.id)
  const importId = from?.left.importId ?? ids()
  const importIds = JSON.stringify([...upload.importIds, importId])
  if (from === null) await store.atomically([statement(NOTE, [upload.id, importIds])])
  const { found, fault, mark } = await takeUpload(services, upload, { importId, from, isEnough })
  if (mark !== null) {
    await store.atomically([await keepMark(services, upload.id, mark)])
    return
  }
  const sealed = await vault.seal(JSON.stringify(found), placeOfFound(upload.id))
  const state = fault === null ? 'applied' : 'failed'
  const { added = 0, changed = 0, rejected = 0 } = found.counts ?? {}
  await store.atomically([
    statement(APPLIED, [upload.id, state, fault, sealed]),
    statement(FORGET_PIECES, [upload.id]),
    auditWrite(
      services,
      { name: upload.by, role: upload.role },
      {
        action: `import.${state}`,
        subject: upload.id,
        place: { county: upload.area.code, township: upload.area.township },
        detail: { kind: upload.kind, added, changed, rejected },
      },
    ),
  ])
  await store.scrub()
}
