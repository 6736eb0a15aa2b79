import { beforeEach, describe, expect, it } from 'vitest'
import { openTestStore, PLATFORM } from '#platform'
import { importRegister } from '../../src/register/import.ts'
import { sampleLines } from '../../src/register/sample/sample.ts'
import type { Services } from '../../src/services.ts'
import { StoreError } from '../../src/storage/store.ts'
import { approveUpload } from '../../src/uploads/decide.ts'
import { runUploads } from '../../src/uploads/run.ts'
import { undoUpload } from '../../src/uploads/undo.ts'
import { atMost, FEW, handIn, OPERATOR, refusing, told, work } from './in-steps.ts'
import { testServices } from './services.ts'

const PLACES = [
  { code: '621223100201', county: '621223', countyName: '宕昌县', township: '城关镇', village: '旧城村' },
] as const
const REGISTER = [
  ...sampleLines({ households: 300, seed: 7, takenOn: '2026-10-01', places: PLACES, faults: 'none' }),
]
const PERSONS = REGISTER.slice(1).flatMap((lines) =>
  lines
    .trim()
    .split('\n')
    .map((line) => line.split(','))
    .map(([, , , , household = '', number = '', name = '']) => ({ household, number, name })),
)
const HEADER = '人编号,户编号,姓名,项目,学年,状态,日期,金额,原因'
const GRANT = '中职国家助学金,2026'

/** A list whose rows of one person stand far apart, so that no step of an import sees all of them. */
function ledger(): File {
  const rows = [
    ...PERSONS.map(({ number }) => `${number},,,${GRANT},已申请,2026-09-05,,`),
    ...PERSONS.map(({ number }, at) => `${number},,,${GRANT},已发放,2026-10-${10 + (at % 10)},1000,`),
    // By another name for them: alike, otherwise, on a later day, on an earlier day, and refused beside a payment.
    ...PERSONS.map(({ household, number, name }, at) => {
      const who = `,${household},${name}`
      const day = `2026-10-${10 + (at % 10)}`
      return [
        `${number},,,${GRANT},已发放,${day},1000,`,
        `${who},${GRANT},已发放,${day},1200,`,
        `${who},${GRANT},已发放,2026-10-28,900,`,
        `${who},${GRANT},已发放,2026-10-01,800,`,
        `${number},,,${GRANT},未通过,2026-10-29,,材料不齐${at % 7}`,
        `X${number},,,${GRANT},已申请,2026-09-05,,`,
      ][at % 6]
    }),
    ...PERSONS.map(({ number }, at) => `${number},,,${GRANT},未通过,2026-10-29,,材料不齐${at % 5}`),
  ]
  return new File([[HEADER, ...rows].join('\n')], 'ledger.csv')
}

let services: Services & { readonly moveClock: (milliseconds: number) => void }

beforeEach(async () => {
  services = await testServices(await openTestStore())
  const bytes = new TextEncoder().encode(REGISTER.join(''))
  const source = {
    name: 'register.csv',
    digest: 'register',
    async *open() {
      yield bytes
    },
  }
  const result = await importRegister(services, source, { by: 'test', takenOn: '2026-10-01' })
  expect(result.ok).toBe(true)
})

/** Every course but its import, and its reason, which each sealing writes otherwise. */
function courses() {
  return services.store.rows(`select person_id, programme, school_year, state, applied_on, granted_on, paid_on, refused_on,
    granted_amount, paid_amount, sealed_reason is null as unreasoned, line from ledger order by 1, 2, 3`)
}

/** Hands a ledger in and reads it, `queries` at a time. */
async function shown(queries: number) {
  const id = await handIn(services, 'ledger', ledger(), null)
  const runs = await work(services, queries)
  return { id, runs, told: await told(services, id) }
}

describe(`a ledger taken in steps on ${PLATFORM}`, () => {
  it('tells what it would change as it is told at once, and changes just that', async () => {
    const atOnce = await shown(Number.POSITIVE_INFINITY)
    const inSteps = await shown(FEW)
    expect([atOnce.runs, inSteps.runs]).toEqual([1, expect.toSatisfy((runs: number) => runs > 3)])
    expect(inSteps.told).toEqual(atOnce.told)
    const { counts, rejections, warnings } = atOnce.told.found
    expect(Object.keys(rejections).sort()).toEqual(['person-ambiguous', 'person-unknown', 'step-repeated'])
    expect(Object.keys(warnings)).toContain('paid-twice')
    expect(Math.min(...Object.values(counts ?? {}))).toBeGreaterThan(100)
    expect(await courses()).toEqual([])

    await approveUpload(services, OPERATOR, atOnce.id)
    await work(services, Number.POSITIVE_INFINITY)
    const applied = await courses()
    expect(await undoUpload(services, OPERATOR, atOnce.id)).toBe('undone')
    await approveUpload(services, OPERATOR, inSteps.id)
    expect(await work(services, FEW)).toBeGreaterThan(3)
    expect(await told(services, inSteps.id)).toEqual({ ...atOnce.told, state: 'applied' })
    expect(await courses()).toEqual(applied)
    expect(await undoUpload(services, OPERATOR, inSteps.id)).toBe('undone')
    expect(await courses()).toEqual([])
  })

  it('changes nothing when it is repeated', async () => {
    const first = await shown(FEW)
    await approveUpload(services, OPERATOR, first.id)
    await work(services, FEW)
    const stood = await courses()
    const again = await shown(FEW)
    await approveUpload(services, OPERATOR, again.id)
    await work(services, FEW)
    const { counts } = (await told(services, again.id)).found
    expect(counts).toMatchObject({ added: 0, changed: 0, rejected: first.told.found.counts?.rejected })
    expect(await courses()).toEqual(stood)
  })

  it.each([
    ['before its rows are written', 'insert into ledger'],
    ['before it says that they are', 'sealed_mark = ?2'],
  ])(
    'goes on from its last step where D1 refuses one %s, and loses or doubles nothing',
    async (_when, what) => {
      const { id, told: before } = await shown(FEW)
      await approveUpload(services, OPERATOR, id)
      await runUploads({ ...services, ...atMost(FEW) })
      const store = refusing(services.store, what)
      await expect(runUploads({ ...services, store, ...atMost(FEW) })).rejects.toThrow(StoreError)
      services.moveClock(121_000)
      await work(services, FEW)
      const done = await told(services, id)
      expect([done.state, done.rejected]).toEqual(['applied', before.rejected])
      const stood = await courses()
      expect(await undoUpload(services, OPERATOR, id)).toBe('undone')
      expect(await courses()).toEqual([])
      const whole = await shown(Number.POSITIVE_INFINITY)
      await approveUpload(services, OPERATOR, whole.id)
      await work(services, Number.POSITIVE_INFINITY)
      expect(stood).toEqual(await courses())
    },
  )
})
