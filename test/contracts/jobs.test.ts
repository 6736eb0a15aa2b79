import { describe, expect, it } from 'vitest'
import { openTestStore, PLATFORM } from '#platform'
import { readJob, runJob } from '../../src/jobs/jobs.ts'
import { statement, type Store } from '../../src/storage/store.ts'
import { testServices } from './services.ts'

const HOURS = 3600 * 1000

describe(`the jobs on ${PLATFORM}`, () => {
  it('are known by name, and nothing else is', () => {
    expect(readJob('sweep-imports')).toBe('sweep-imports')
    expect(readJob({ job: 'sweep-imports' })).toBeNull()
    expect(readJob('drop-everything')).toBeNull()
  })

  it('leave an import under way alone, and close one that was cut off a day ago; twice does no harm', async () => {
    const services = await testServices(await openTestStore())
    const began = services.clock().toISOString()
    await services.store.atomically([
      statement(
        `insert into imports (id, file, digest, kind, taken_on, by, started_at, state)
         values ('i', 'f.csv', 'd', 'register', '2026-10-01', 'li', ?1, 'running')`,
        [began],
      ),
    ])
    services.moveClock(23 * HOURS)
    await runJob(services, 'sweep-imports')
    expect(await states(services.store)).toEqual(['running'])
    services.moveClock(2 * HOURS)
    await runJob(services, 'sweep-imports')
    await runJob(services, 'sweep-imports')
    expect(await states(services.store)).toEqual(['interrupted'])
  })
})

async function states(store: Store): Promise<string[]> {
  return (await store.rows<{ state: string }>('select state from imports')).map(({ state }) => state)
}
