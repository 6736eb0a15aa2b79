import { beforeEach, describe, expect, it } from 'vitest'
import { PLATFORM } from '#platform'
import { runBroadcastWrite, SWEEP } from '../../../src/outbox/broadcasts.ts'
import { CLAIM } from '../../../src/outbox/claim.ts'
import { LOOK } from '../../../src/outbox/look.ts'
import type { SqlValue } from '../../../src/storage/store.ts'
import { apart, openOutbox, type Outbox } from './fixture.ts'

let outbox: Outbox

beforeEach(async () => {
  outbox = await openOutbox()
  await outbox.services.store.atomically([runBroadcastWrite('A')])
  await outbox.queue(...apart(50, { broadcast: 'A' }), ...apart(50))
})

async function planOf(sql: string, params: readonly SqlValue[]): Promise<readonly string[]> {
  const steps = await outbox.services.store.rows<{ detail: string }>(`explain query plan ${sql}`, params)
  return steps.map(({ detail }) => detail)
}

const NOW = '2026-11-18T04:00:00.000Z'

// A queue of a million must be claimed from as one of ten is: by index, the first rows alone, without sorting.
describe(`the outbox’s hot queries on ${PLATFORM}`, () => {
  it.each([
    { what: 'a look', sql: LOOK, params: ['sms', NOW] },
    { what: 'a claim of notices', sql: CLAIM, params: ['L', NOW, 'sms', 1, null, NOW, 10] },
    { what: 'a claim of a broadcast', sql: CLAIM, params: ['L', NOW, 'sms', 2, 'A', NOW, 10] },
  ])('take the first of what is due: $what', async ({ sql, params }) => {
    const plan = await planOf(sql, params)
    const queued = plan.filter((step) => /^SEARCH o /.test(step))
    expect(queued.length).toBeGreaterThan(0)
    for (const step of queued)
      expect(step).toContain('outbox_due (channel=? AND priority=? AND broadcast_id=? AND due_at<?)')
    expect(plan.filter(isWhole)).toEqual([])
  })

  it('go from a cancelled broadcast to what is left of it', async () => {
    const plan = await planOf(SWEEP, [NOW])
    expect(plan).toContainEqual(expect.stringContaining('outbox_broadcast (broadcast_id=? AND state=?)'))
    expect(plan.filter(isWhole)).toEqual([])
  })
})

// Reads or sorts all there is. The broadcasts that the outbox knows of are few.
function isWhole(step: string): boolean {
  return /SCAN (?!b$)|TEMP B-TREE/.test(step)
}
