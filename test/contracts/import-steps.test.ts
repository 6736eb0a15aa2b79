import { beforeEach, describe, expect, it } from 'vitest'
import { openTestStore, PLATFORM } from '#platform'
import { sampleLines } from '../../src/register/sample/sample.ts'
import type { Services } from '../../src/services.ts'
import { StoreError, statement } from '../../src/storage/store.ts'
import { approveUpload } from '../../src/uploads/decide.ts'
import { keepUpload } from '../../src/uploads/keep.ts'
import { WORKERS_LIMITS } from '../../src/uploads/limits.ts'
import { readUpload } from '../../src/uploads/read.ts'
import { runUploads } from '../../src/uploads/run.ts'
import { undoUpload } from '../../src/uploads/undo.ts'
import { atMost, FEW, handIn, OPERATOR, refusing, told, work } from './in-steps.ts'
import { testServices } from './services.ts'

const PLACES = [
  { code: '621223100201', county: '621223', countyName: '宕昌县', township: '城关镇', village: '旧城村' },
  { code: '623025100201', county: '623025', countyName: '玛曲县', township: '尼玛镇', village: '秀玛村' },
] as const

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

describe(`a register taken in steps on ${PLATFORM}`, () => {
  it('tells what it would change as it is told at once, row by row', async () => {
    const id = await handIn(services, 'register', register('2025-10-01'), '2025-10-01')
    expect(await work(services, Number.POSITIVE_INFINITY)).toBe(1)
    const atOnce = await told(services, id)
    const again = await handIn(services, 'register', register('2025-10-01'), '2025-10-01')
    expect(await work(services, FEW)).toBeGreaterThan(3)
    expect(await told(services, again)).toEqual(atOnce)
    expect(atOnce.rejected?.length).toBeGreaterThan(20)
    expect(atOnce.warned?.length).toBeGreaterThan(10)
    expect(await services.store.rows('select 1 from households')).toEqual([])
  })

  it('changes what it told, names whom it no longer holds, and is taken back whole', async () => {
    await work(services, Number.POSITIVE_INFINITY)
    const before = await handIn(services, 'register', register('2025-10-01'), '2025-10-01')
    await work(services, FEW)
    await approveUpload(services, OPERATOR, before)
    expect(await work(services, FEW)).toBeGreaterThan(3)
    const later = await handIn(services, 'register', register('2026-10-01', 400), '2026-10-01')
    await work(services, FEW)
    const shown = await told(services, later)
    expect(shown.found.gone.households).toBeGreaterThan(50)
    expect(shown.found.counts?.changed).toBeGreaterThan(500)
    const stood = await standing()
    await approveUpload(services, OPERATOR, later)
    expect(await work(services, FEW)).toBeGreaterThan(3)
    const done = await told(services, later)
    expect(done.state).toBe('applied')
    expect(done.found.counts).toEqual(shown.found.counts)
    expect(done.found.gone).toEqual(shown.found.gone)
    expect([done.rejected, done.warned]).toEqual([shown.rejected, shown.warned])
    expect(await undoUpload(services, OPERATOR, later)).toBe('undone')
    expect(await standing()).toEqual(stood)
  })

  it.each([
    ['before its rows are written', 'insert into persons'],
    // Its rows are then found written.
    ['before it says that they are', 'sealed_mark = ?2'],
  ])(
    'goes on from its last step where D1 refuses one %s, and loses or doubles nobody',
    async (_when, what) => {
      const id = await handIn(services, 'register', register('2025-10-01'), '2025-10-01')
      await work(services, FEW)
      const shown = await told(services, id)
      await approveUpload(services, OPERATOR, id)
      await runUploads({ ...services, ...atMost(FEW) })
      const refused = { ...services, store: refusing(services.store, what), ...atMost(FEW) }
      await expect(runUploads(refused)).rejects.toThrow(StoreError)
      await work(services, FEW)
      expect((await told(services, id)).state).toBe('applying')
      services.moveClock(121_000)
      await work(services, FEW)
      const done = await told(services, id)
      expect(done.state).toBe('applied')
      const { added = 0, unchanged = 0, ...rest } = done.found.counts ?? {}
      const { added: would = 0, unchanged: same = 0, ...others } = shown.found.counts ?? {}
      expect([added + unchanged, rest]).toEqual([would + same, others])
      expect(await services.store.rows('select 1 from persons')).toHaveLength(would)
      expect(done.rejected).toEqual(shown.rejected)
    },
  )

  it('that is given up is no import under way any more, and what it wrote is taken back', async () => {
    const id = await handIn(services, 'register', register('2025-10-01'), '2025-10-01')
    await work(services, FEW)
    await approveUpload(services, OPERATOR, id)
    await runUploads({ ...services, ...atMost(FEW) })
    expect(await services.store.rows('select 1 from persons')).not.toEqual([])
    // Whoever works on it is killed, again and again, and says nothing.
    await services.store.atomically([statement('update uploads set tries = 3 where id = ?1', [id])])
    await work(services, FEW)
    expect((await told(services, id)).state).toBe('failed')
    expect(await undoUpload(services, OPERATOR, id)).toBe('undone')
    expect(await services.store.rows('select 1 from persons')).toEqual([])
  })

  it('shows how far it has come between two steps, and begins no other file before it is done', async () => {
    const id = await handIn(services, 'register', register('2025-10-01'), '2025-10-01')
    // Of one millisecond neither would be the earlier.
    services.moveClock(1)
    const other = await handIn(services, 'register', register('2025-10-01'), '2025-10-01')
    await runUploads({ ...services, ...atMost(FEW) })
    expect((await told(services, id)).state).toBe('reading')
    expect((await told(services, other)).state).toBe('waiting')
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

/** Everything that an import writes, as it stands. */
function standing() {
  return Promise.all(
    ['households', 'persons', 'standings', 'household_telephones', 'villages'].map((table) =>
      services.store.rows(`select * from ${table} order by 1, 2`),
    ),
  )
}
