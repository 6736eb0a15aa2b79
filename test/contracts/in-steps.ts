import { expect } from 'vitest'
import type { Services } from '../../src/services.ts'
import type { Actor } from '../../src/staff/actor.ts'
import { PROVINCE } from '../../src/staff/area.ts'
import { type Query, StoreError } from '../../src/storage/store.ts'
import { allFindings } from '../../src/uploads/findings.ts'
import { keepUpload } from '../../src/uploads/keep.ts'
import { WORKERS_LIMITS } from '../../src/uploads/limits.ts'
import { readUpload } from '../../src/uploads/read.ts'
import { runUploads } from '../../src/uploads/run.ts'
import type { Found, UploadKind } from '../../src/uploads/upload.ts'

export const OPERATOR: Actor = { name: 'li', role: 'province-administrator', area: PROVINCE }
/** So few queries that a step is one piece of a thousand rows. */
export const FEW = 8

/** Hands a file in at the desk; its id. */
export async function handIn(
  services: Services,
  kind: UploadKind,
  file: File,
  takenOn: string | null,
): Promise<string> {
  const kept = await keepUpload(services, OPERATOR, { kind, file, takenOn })
  return kept.ok ? kept.id : expect.unreachable()
}

/** Runs until nothing is woken any more; how many runs it took. */
export async function work(services: Services, queries: number): Promise<number> {
  let runs = 0
  for (let isWoken = true; isWoken; runs++) {
    isWoken = false
    await runUploads({ ...services, ...atMost(queries), wake: () => (isWoken = true) })
  }
  return runs
}

/** What a run may ask of the database. */
export function atMost(queries: number): Pick<Services, 'uploadLimits'> {
  return { uploadLimits: { ...WORKERS_LIMITS, queries } }
}

/** All that staff are told of a file. */
export async function told(services: Services, id: string) {
  const read = await readUpload(services, OPERATOR, id)
  const [rejected, warned] = await Promise.all(
    (['rejected', 'warned'] as const).map((kind) => all(allFindings(services, id, kind))),
  )
  // A household that is not there yet has an id of its own at each reading.
  const found = JSON.parse(
    JSON.stringify(read?.found, (key, value: unknown) => (key === 'id' ? '' : value)),
  ) as Found
  return { state: read?.upload.state, found, rejected, warned }
}

/** A store that refuses a batch with such a write. */
export function refusing(store: Services['store'], what: string): Services['store'] {
  const isRefused = (writes: readonly Query[]) => writes.some((one) => one.toSQL().sql.includes(what))
  return {
    ...store,
    atomically: (writes) =>
      isRefused(writes) ? Promise.reject(new StoreError('SQLITE_FULL')) : store.atomically(writes),
  }
}

async function all<T>(of: AsyncIterable<T>): Promise<readonly T[]> {
  const found: T[] = []
  for await (const one of of) found.push(one)
  return found
}
