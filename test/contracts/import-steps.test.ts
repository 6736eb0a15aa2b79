import { beforeEach, describe, expect, it } from 'vitest'
import { openTestStore, PLATFORM } from '#platform'
import { sampleLines } from '../../src/register/sample/sample.ts'
import type { Services } from '../../src/services.ts'
import type { Actor } from '../../src/staff/actor.ts'
import { PROVINCE } from '../../src/staff/area.ts'
import { StoreError } from '../../src/storage/store.ts'
import { approveUpload } from '../../src/uploads/decide.ts'
import { allFindings } from '../../src/uploads/findings.ts'
import { keepUpload } from '../../src/uploads/keep.ts'
import { WORKERS_LIMITS } from '../../src/uploads/limits.ts'
import { readUpload } from '../../src/uploads/read.ts'
import type { Found } from '../../src/uploads/upload.ts'
import { runUploads } from '../../src/uploads/run.ts'
import { undoUpload } from '../../src/uploads/undo.ts'
import { testServices } from './services.ts'

const OPERATOR: Actor = { name: 'li', role: 'province-administrator', area: PROVINCE }
const PLACES = [
  { code: '621223100201', county: '621223', countyName: '宕昌县', township: '城关镇', village: '旧城村' },
  { code: '623025100201', county: '623025', countyName: '玛曲县', township: '尼玛镇', village: '秀玛村' },
] as const
/** So few that a step is one piece of a thousand rows. */
const FEW = 8

let services: Services & { readonly moveClock: (milliseconds: number) => void }

beforeEach(async () => {
  services = await testServices(await openTestStore())
})

/** A register of some 3,500 rows with faults; `left` of its households are left out, and none is as it was the year before. */
function register(takenOn: string, left = 0): File {
  const options = { households: 800, seed: 3, takenOn, places: PLACES, faults: 'some' } as const
  const [header = '', ...lines] = [...sampleLines(options)]
  return new File([header, ...lines.slice(left)], 'register.csv')
}

async function handIn(file: File, takenOn: string): Promise<string> {
  const kept = await keepUpload(services, OPERATOR, { kind: 'register', file, takenOn })
  return kept.ok ? kept.id : expect.unreachable()
}

/** Runs until nothing is woken any more; how many runs it took. */
async function work(queries: number, on: Services = services): Promise<number> {
  let runs = 0
  for (let isWoken = true; isWoken; runs++) {
    isWoken = false
    const uploadLimits = { ...WORKERS_LIMITS, queries }
    await runUploads({ ...on, uploadLimits, wake: () => (isWoken = true) })
  }
  return runs
}

async function told(id: string) {
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

describe(`a register taken in steps on ${PLATFORM}`, () => {
  it('tells what it would change as it is told at once, row by row', async () => {
    const id = await handIn(register('2025-10-01'), '2025-10-01')
    expect(await work(Number.POSITIVE_INFINITY)).toBe(1)
    const atOnce = await told(id)
    const again = await handIn(register('2025-10-01'), '2025-10-01')
    expect(await work(FEW)).toBeGreaterThan(3)
    expect(await told(again)).toEqual(atOnce)
    expect(atOnce.rejected?.length).toBeGreaterThan(20)
    expect(atOnce.warned?.length).toBeGreaterThan(10)
    expect(await services.store.rows('select 1 from households')).toEqual([])
  })

  it('changes what it told, names whom it no longer holds, and is taken back whole', async () => {
    await work(Number.POSITIVE_INFINITY)
    const before = await handIn(register('2025-10-01'), '2025-10-01')
    await work(FEW)
    await approveUpload(services, OPERATOR, before)
    expect(await work(FEW)).toBeGreaterThan(3)
    const later = await handIn(register('2026-10-01', 400), '2026-10-01')
    await work(FEW)
    const shown = await told(later)
    expect(shown.found.gone.households).toBeGreaterThan(50)
    expect(shown.found.counts?.changed).toBeGreaterThan(500)
    const stood = await standing()
    await approveUpload(services, OPERATOR, later)
    expect(await work(FEW)).toBeGreaterThan(3)
    const done = await told(later)
    expect(done.state).toBe('applied')
    expect(done.found.counts).toEqual(shown.found.counts)
    expect(done.found.gone).toEqual(shown.found.gone)
    expect([done.rejected, done.warned]).toEqual([shown.rejected, shown.warned])
    expect(await undoUpload(services, OPERATOR, later)).toBe('undone')
    expect(await standing()).toEqual(stood)
  })

  it('goes on from its last step where one is cut off, and loses or doubles nobody', async () => {
    const id = await handIn(register('2025-10-01'), '2025-10-01')
    await work(FEW)
    const shown = await told(id)
    await approveUpload(services, OPERATOR, id)
    const uploadLimits = { ...WORKERS_LIMITS, queries: FEW }
    await runUploads({ ...services, uploadLimits })
    // The next step is cut off once its rows are written: before it can say so.
    const cut = {
      ...services.store,
      atomically: (writes: Parameters<Services['store']['atomically']>[0]) =>
        writes.some((one) => one.toSQL().sql.includes('sealed_mark = ?2'))
          ? Promise.reject(new StoreError('SQLITE_FULL'))
          : services.store.atomically(writes),
    }
    await expect(runUploads({ ...services, store: cut, uploadLimits })).rejects.toThrow(StoreError)
    await work(FEW)
    expect((await told(id)).state).toBe('applying')
    services.moveClock(121_000)
    await work(FEW)
    const done = await told(id)
    expect(done.state).toBe('applied')
    const { added = 0, unchanged = 0, ...rest } = done.found.counts ?? {}
    const { added: would = 0, unchanged: same = 0, ...others } = shown.found.counts ?? {}
    // Rows of the step that was cut off are found written.
    expect([added + unchanged, rest]).toEqual([would + same, others])
    expect(await services.store.rows('select 1 from persons')).toHaveLength(would)
    expect(done.rejected).toEqual(shown.rejected)
  })

  it('shows how far it has come between two steps, and begins no other file before it is done', async () => {
    const id = await handIn(register('2025-10-01'), '2025-10-01')
    // Of one millisecond neither would be the earlier.
    services.moveClock(1)
    const other = await handIn(register('2025-10-01'), '2025-10-01')
    await runUploads({ ...services, uploadLimits: { ...WORKERS_LIMITS, queries: FEW } })
    expect((await told(id)).state).toBe('reading')
    expect((await told(other)).state).toBe('waiting')
  })
})

describe(`a file of more rows than may be handed in on ${PLATFORM}`, () => {
  it.each([
    ['register', register('2025-10-01')],
    [
      'ledger',
      new File(
        [
          '户编号,姓名,项目,学年,状态,日期\n',
          ...Array.from({ length: 1500 }, (_, at) => `H${at},张三,中职助学金,2025,已申请,2025-10-01\n`),
        ],
        'ledger.csv',
      ),
    ],
  ] as const)('is told to be one, as a %s', async (kind, file) => {
    const kept = await keepUpload(services, OPERATOR, { kind, file, takenOn: null })
    if (!kept.ok) return expect.unreachable()
    await runUploads({ ...services, uploadLimits: { ...WORKERS_LIMITS, rows: 1000 } })
    const read = await readUpload(services, OPERATOR, kept.id)
    expect([read?.upload.state, read?.upload.fault]).toEqual(['read', 'too-many-rows'])
    expect(await approveUpload(services, OPERATOR, kept.id)).toBe(false)
  })
})

async function all<T>(of: AsyncIterable<T>): Promise<readonly T[]> {
  const found: T[] = []
  for await (const one of of) found.push(one)
  return found
}

/** Everything that an import writes, as it stands. */
function standing() {
  return Promise.all(
    ['households', 'persons', 'standings', 'household_telephones', 'villages'].map((table) =>
      services.store.rows(`select * from ${table} order by 1, 2`),
    ),
  )
}
