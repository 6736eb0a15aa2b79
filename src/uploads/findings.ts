import type { Services } from '../services.ts'
import { statement } from '../storage/store.ts'
import type { Finding, FindingKind } from './upload.ts'

const IN_A_PIECE = 200

const ADD = 'insert into upload_findings (upload_id, kind, at, sealed) values (?1, ?2, ?3, ?4)'
// Pieces from where one goes on: those of a step that was cut off.
const FORGET = `delete from upload_findings
  where upload_id = ?1 and ((kind = 'rejected' and at >= ?2) or (kind = 'warned' and at >= ?3))`
const READ = 'select sealed from upload_findings where upload_id = ?1 and kind = ?2 and at = ?3'

type FindingServices = Pick<Services, 'store' | 'vault'>

/** How many pieces are kept of each kind, and how many findings of each reason. */
export type FindingsSoFar = {
  readonly next: Readonly<Record<FindingKind, number>>
  readonly counts: Readonly<Record<FindingKind, Readonly<Record<string, number>>>>
}

export const NONE_FOUND: FindingsSoFar = {
  next: { rejected: 0, warned: 0 },
  counts: { rejected: {}, warned: {} },
}

/**
 * Gathers findings as they are made, after those of earlier steps; `flush` keeps whole pieces, `end` what is left too. What
 * was found otherwise before is forgotten.
 */
export async function gatherFindings({ store, vault }: FindingServices, upload: string, from: FindingsSoFar) {
  await store.atomically([statement(FORGET, [upload, from.next.rejected, from.next.warned])])
  const held: Record<FindingKind, Finding[]> = { rejected: [], warned: [] }
  const next: Record<FindingKind, number> = { ...from.next }
  const counts: Record<FindingKind, Record<string, number>> = {
    rejected: { ...from.counts.rejected },
    warned: { ...from.counts.warned },
  }

  async function flush(least: number): Promise<void> {
    for (const kind of ['rejected', 'warned'] as const) {
      while (held[kind].length >= least && held[kind].length > 0) {
        const piece = held[kind].splice(0, IN_A_PIECE)
        const at = next[kind]++
        const sealed = await vault.seal(JSON.stringify(piece), placeOfFindings(upload, kind, at))
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
    soFar: (): FindingsSoFar => ({ next, counts }),
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
  return JSON.parse(await vault.open(row.sealed, placeOfFindings(upload, kind, at))) as readonly Finding[]
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

/** What a piece of what was found is bound to. */
export function placeOfFindings(upload: string, kind: string, at: number): string {
  return `upload_findings/${upload}/${kind}/${at}`
}
