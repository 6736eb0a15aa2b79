import type { Services } from '../services.ts'
import { mustHaveChangedOne, statement } from '../storage/store.ts'
import { counted } from '../storage/counted.ts'
import { applyUpload } from './apply.ts'
import { WORKERS_LIMITS } from './limits.ts'
import { previewUpload } from './preview.ts'
import { toUpload, UPLOAD_COLUMNS, type Upload, type UploadRow } from './read.ts'

/** As often as it is begun: a file that ends whoever reads it is given up. */
const TRIES = 3
const LEASE_MS = 120_000

const NEXT = `select ${UPLOAD_COLUMNS} from uploads u
  where u.state in ('waiting', 'apply-waiting')
    or (u.state in ('reading', 'applying') and (u.lease_until is null or u.lease_until < ?1))
  order by u.id limit 1`
// A further step goes on with what the earlier ones told.
const CLAIM = `update uploads set lease_until = ?2, tries = tries + 1,
    started_at = case when sealed_mark is null then ?3 else started_at end,
    done = case when sealed_mark is null then 0 else done end,
    total = case when sealed_mark is null and state in ('waiting', 'reading') then null else total end,
    state = case when state in ('waiting', 'reading') then 'reading' else 'applying' end
  where id = ?1 and state = ?4 and (lease_until is null or lease_until < ?3) and tries < ${TRIES}`
const GIVE_UP = `update uploads set state = 'failed', fault = 'given-up', sealed_mark = null, lease_until = null
  where id = ?1 and state = ?2 and tries >= ${TRIES}`
// What it has written so far stands, and may be taken back.
const END_RUNS = `update imports set state = 'interrupted', finished_at = ?2 where state = 'running'
  and id in (select value from uploads u, json_each(u.import_ids) where u.id = ?1)`

/**
 * Works off the files that wait, one after the other: reads what is to be read, applies what is to be applied. To run it
 * twice at once, or again after it was cut off, does no harm: imports are safe to repeat, and each file is claimed. What
 * is more than one run may ask of the database is left to another, which it wakes.
 */
export async function runUploads(services: Services): Promise<void> {
  const { queries } = services.uploadLimits ?? WORKERS_LIMITS
  const { store, spent } = counted(services.store)
  const isEnough = () => spent() >= queries
  while (await runNext({ ...services, store }, isEnough)) {
    // The next file may need nearly all.
    if (spent() < queries / 10) continue
    services.wake('upload')
    return
  }
}

/** Works on the next file, as far as it may. False where none waits. */
async function runNext(services: Services, isEnough: () => boolean): Promise<boolean> {
  const now = services.clock()
  const [row] = await services.store.rows<UploadRow>(NEXT, [now.toISOString()])
  if (row === undefined) return false
  const lease = new Date(now.getTime() + LEASE_MS).toISOString()
  const claimed = await services.store.atomically([
    statement(CLAIM, [row.id, lease, now.toISOString(), row.state]),
    mustHaveChangedOne(),
  ])
  if (claimed === 'committed') {
    await work(services, toUpload(row), isEnough)
    return true
  }
  const given = await services.store.atomically([
    statement(GIVE_UP, [row.id, row.state]),
    mustHaveChangedOne(),
    statement(END_RUNS, [row.id, now.toISOString()]),
  ])
  return given === 'committed'
}

async function work(services: Services, upload: Upload, isEnough: () => boolean): Promise<void> {
  if (upload.state === 'waiting' || upload.state === 'reading')
    await previewUpload(services, upload, isEnough)
  else await applyUpload(services, upload, isEnough)
}
