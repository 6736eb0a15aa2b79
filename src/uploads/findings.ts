import type { Services } from '../services.ts'
import { statement } from '../storage/store.ts'
import type { Finding, FindingKind } from './upload.ts'

const IN_A_PIECE = 200

const ADD = 'insert into upload_findings (upload_id, kind, at, sealed) values (?1, ?2, ?3, ?4)'
const FORGET = 'delete from upload_findings where upload_id = ?1'
const READ = 'select sealed from upload_findings where upload_id = ?1 and kind = ?2 and at = ?3'

type FindingServices = Pick<Services, 'store' | 'vault'>

/** Gathers findings as they are made; `flush` keeps whole pieces, `end` what is left too. What was found before is forgotten. */
export async function gatherFindings({ store, vault }: FindingServices, upload: string) {
  await store.atomically([statement(FORGET, [upload])])
  const held: Record<FindingKind, Finding[]> = { rejected: [], warned: [] }
  const next: Record<FindingKind, number> = { rejected: 0, warned: 0 }
  const counts: Record<FindingKind, Record<string, number>> = { rejected: {}, warned: {} }

  async function flush(least: number): Promise<void> {
    for (const kind of ['rejected', 'warned'] as const) {
      while (held[kind].length >= least && held[kind].length > 0) {
        const piece = held[kind].splice(0, IN_A_PIECE)
        const at = next[kind]++
        const sealed = await vault.seal(JSON.stringify(piece), placeOf(upload, kind, at))
        await store.atomically([statement(ADD, [upload, kind, at, sealed])])
      }
    }
  }
  return {
    add: (kind: FindingKind, finding: Finding) => {
      held[kind].push(finding)
      counts[kind][finding.reason] = (counts[kind][finding.reason] ?? 0) + 1
    },
    flush: () => flush(IN_A_PIECE),
    end: () => flush(1),
    counts,
  }
}

/** One piece of what was found, some hundred findings; empty beyond the last. */
export async function readFindings(
  { store, vault }: FindingServices,
  upload: string,
  kind: FindingKind,
  at: number,
): Promise<readonly Finding[]> {
  const [row] = await store.rows<{ sealed: string }>(READ, [upload, kind, at])
  if (row === undefined) return []
  return JSON.parse(await vault.open(row.sealed, placeOf(upload, kind, at))) as readonly Finding[]
}

/** All of it, piece by piece. */
export async function* allFindings(
  services: FindingServices,
  upload: string,
  kind: FindingKind,
): AsyncIterable<Finding> {
  for (let at = 0; ; at++) {
    const piece = await readFindings(services, upload, kind, at)
    if (piece.length === 0) return
    yield* piece
  }
}

function placeOf(upload: string, kind: FindingKind, at: number): string {
  return `upload_findings/${upload}/${kind}/${at}`
}
