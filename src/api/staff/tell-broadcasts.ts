import type { Broadcast } from '../../broadcasts/broadcast.ts'
import type { Created } from '../../broadcasts/life/create.ts'
import type { Estimate } from '../../broadcasts/estimate/estimate.ts'
import type { BroadcastPreview } from '../../broadcasts/estimate/preview.ts'
import type { BroadcastRead } from '../../broadcasts/read.ts'

// By the contract `segments` are each language's: their sum stands with what it costs.
function estimateAnswer({ languages, segments, cost, ...rest }: Estimate): object {
  return { ...rest, segments: languages, cost: cost === null ? null : { ...cost, segments } }
}

/** A preview as it is answered. */
export function previewAnswer({ estimate, audience }: BroadcastPreview): object {
  return { ...estimateAnswer(estimate), audience }
}

/** A fresh draft as it is answered. */
export function createdAnswer({ estimate, ...created }: Created): object {
  return { ...created, ...estimateAnswer(estimate) }
}

/** A broadcast as it stands in a list. */
export function broadcastAnswer(broadcast: Broadcast): object {
  const { estimate, verb: _verb, verbBy: _by, verbAt: _at, ...rest } = broadcast
  return { ...rest, estimate: estimateAnswer(estimate) }
}

/** A broadcast with where it stands, as it is answered. */
export function readAnswer({ broadcast, run, counts, skippedBecause, progress }: BroadcastRead): object {
  return {
    ...broadcastAnswer(broadcast),
    run:
      run === null
        ? null
        : { number: run.number, dueAt: run.dueAt, startedAt: run.startedAt, finishedAt: run.finishedAt },
    counts,
    skipped: skippedBecause,
    progress,
  }
}
