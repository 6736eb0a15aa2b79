import type { Services } from '../services.ts'
import { mustHaveChangedOne, statement } from '../storage/store.ts'
import { applyUpload } from './apply.ts'
import { previewUpload } from './preview.ts'
import { toUpload, UPLOAD_COLUMNS, type Upload, type UploadRow } from './read.ts'

/** As often as it is begun: a file that ends whoever reads it is given up. */
const TRIES = 3
const LEASE_MS = 120_000

const NEXT = `select ${UPLOAD_COLUMNS} from uploads u
  where u.state in ('waiting', 'apply-waiting') or (u.state in ('reading', 'applying') and u.lease_until < ?1)
  order by u.id limit 1`
const CLAIM = `update uploads set lease_until = ?2, started_at = ?3, done = 0, tries = tries + 1,
    total = case when state in ('waiting', 'reading') then null else total end,
    state = case when state in ('waiting', 'reading') then 'reading' else 'applying' end
  where id = ?1 and state = ?4 and (lease_until is null or lease_until < ?3) and tries < ${TRIES}`
const GIVE_UP = `update uploads set state = 'failed', fault = 'given-up', lease_until = null
  where id = ?1 and state = ?2 and tries >= ${TRIES}`

/**
 * Works off the files that wait, one after the other: reads what is to be read, applies what is to be applied. To run it
 * twice at once, or again after it was cut off, does no harm: imports are safe to repeat, and each file is claimed.
 */
export async function runUploads(services: Services): Promise<void> {
  for (;;) {
    const now = services.clock()
    const [row] = await services.store.rows<UploadRow>(NEXT, [now.toISOString()])
    if (row === undefined) return
    const lease = new Date(now.getTime() + LEASE_MS).toISOString()
    const claimed = await services.store.atomically([
      statement(CLAIM, [row.id, lease, now.toISOString(), row.state]),
      mustHaveChangedOne(),
    ])
    if (claimed === 'committed') await work(services, toUpload(row))
    else {
      const given = await services.store.atomically([
        statement(GIVE_UP, [row.id, row.state]),
        mustHaveChangedOne(),
      ])
      if (given === 'conflict') return
    }
  }
}

async function work(services: Services, upload: Upload): Promise<void> {
  if (upload.state === 'waiting' || upload.state === 'reading') await previewUpload(services, upload)
  else await applyUpload(services, upload)
}
