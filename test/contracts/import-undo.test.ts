import { beforeEach, describe, expect, it } from 'vitest'
import { openTestStore, PLATFORM } from '#platform'
import { listAudit } from '../../src/audit/list.ts'
import { correct } from '../../src/register/corrections/correct.ts'
import { syntheticIdNumber } from '../../src/register/sample/identity.ts'
import { sampleLines, type SampleOptions } from '../../src/register/sample/sample.ts'
import type { Services } from '../../src/services.ts'
import { PROVINCE } from '../../src/staff/area.ts'
import { statement, StoreError } from '../../src/storage/store.ts'
import { approveUpload } from '../../src/uploads/decide.ts'
import { keepUpload } from '../../src/uploads/keep.ts'
import { runUploads } from '../../src/uploads/run.ts'
import { undoUpload } from '../../src/uploads/undo.ts'
import { testServices } from './services.ts'

const STAFF = { name: 'li', role: 'operator', area: { code: '621223', township: null } } as const
const PLACES = [
  { code: '621223100201', county: '621223', countyName: '宕昌县', township: '城关镇', village: '旧城村' },
] as const
const SAMPLE: SampleOptions = {
  households: 60,
  seed: 3,
  takenOn: '2026-09-10',
  places: PLACES,
  faults: 'some',
}
const HEADER =
  '县,乡镇,行政村,户编号,人编号,姓名,证件号码,与户主关系,在校生状况,脱贫属性,脱贫年度,联系电话,是否贫困村,村人口'
const id = (serial: number) => syntheticIdNumber('2012-03-01', 'male', serial)
const row = (household: string, person: number, rest: string) =>
  `宕昌县,城关镇,旧城村,${household},P${person},人${person},${id(person)},${rest}`
const FIRST = [
  row('H1', 1, '户主,01,0,,12911110001,是,900'),
  row('H1', 2, '之子,06,0,,12911110001,是,900'),
  row('H2', 3, '户主,01,0,,12911110002,是,900'),
  row('H2', 4, '之女,03,0,,12911110002,是,900'),
  row('H3', 5, '户主,01,0,,12911110003,是,900'),
]
// Lifted, moved to another household, a new child, another telephone, a larger village; H3 says the same.
const SECOND = [
  row('H1', 1, '户主,01,1,2025,12911110009,是,1200'),
  row('H2', 2, '之子,07,0,,12911110002,是,1200'),
  row('H2', 3, '户主,01,0,,12911110002,是,1200'),
  row('H2', 6, '之女,02,0,,12911110002,是,1200'),
  row('H3', 5, '户主,01,0,,12911110003,是,1200'),
  row('H4', 7, '户主,01,0,,12911110004,是,1200'),
  row('H4', 8, '之子,11,0,,12911110004,是,1200'),
]

let services: Services & { readonly moveClock: (milliseconds: number) => void }

beforeEach(async () => {
  services = await testServices(await openTestStore())
})

/** Hands in a file and applies it; its upload's id. */
async function take(
  lines: readonly string[],
  takenOn: string,
  kind: 'register' | 'ledger' = 'register',
): Promise<string> {
  services.moveClock(1000)
  const file = new File([lines.join('')], 'file.csv')
  const kept = await keepUpload(services, STAFF, { kind, file, takenOn })
  if (!kept.ok) return expect.unreachable(kept.fault.code)
  await runUploads(services)
  expect(await approveUpload(services, STAFF, kept.id)).toBe(true)
  await runUploads(services)
  services.moveClock(1000)
  return kept.id
}

const lines = (rows: readonly string[], header = HEADER) => [header, ...rows].map((line) => `${line}\n`)

/** The register and the ledger to the last column, but what is worked out of them. */
async function dump() {
  const persons = `select id, household_id, number_index, name_index, link_index, sex, relation, birth_date, stage,
    final_year, school_place, completed, occupation, taken_on, missing_since from persons order by id`
  const whole = ['households', 'standings', 'household_telephones', 'corrections', 'villages', 'ledger']
  const rows = whole.map((table) => services.store.rows(`select * from ${table} order by 1, 2, 3`))
  return Promise.all([services.store.rows(persons), ...rows])
}

/** The same services, whose disk is full once so many batches of households were written. */
function failingAfter(of: Services, batches: number): Services {
  let written = 0
  const atomically: Services['store']['atomically'] = async (writes) => {
    const isOfHouseholds = writes.some((write) => write.toSQL().sql.includes('insert into households'))
    if (isOfHouseholds && written++ >= batches) throw new StoreError('SQLITE_FULL')
    return of.store.atomically(writes)
  }
  return { ...of, store: { ...of.store, atomically } }
}

const personOf = async (stage: string) => {
  const [found] = await services.store.rows<{ id: string }>('select id from persons where stage = ?1', [
    stage,
  ])
  return found?.id ?? expect.unreachable()
}

describe(`an import taken back on ${PLATFORM}`, () => {
  it('leaves the register to the last column as it stood, and a trace in the audit', async () => {
    await take(lines(FIRST), '2026-09-10')
    await correct(services, {
      personId: await personOf('junior'),
      field: 'finalYear',
      value: false,
      by: 'li',
    })
    const before = await dump()
    const upload = await take(lines(SECOND), '2026-10-10')
    expect(await dump()).not.toEqual(before)
    expect(await undoUpload(services, STAFF, upload)).toBe('undone')
    expect(await dump()).toEqual(before)
    const { entries } = await listAudit(services, { area: PROVINCE }, { before: null, limit: 100 })
    expect(entries.map(({ action }) => action)).toContain('import.undo')
    expect(await undoUpload(services, STAFF, upload)).toBe('rested-on')
  })

  it('leaves nothing of the first of all', async () => {
    const upload = await take([...sampleLines(SAMPLE)], '2026-09-10')
    expect(await services.store.rows('select 1 from persons limit 1')).toHaveLength(1)
    expect(await undoUpload(services, STAFF, upload)).toBe('undone')
    for (const rows of await dump()) expect(rows).toEqual([])
  })

  it('leaves a whole register that was only confirmed with its older days', async () => {
    await take([...sampleLines(SAMPLE)], '2026-09-10')
    const before = await dump()
    const upload = await take([...sampleLines(SAMPLE)], '2026-10-10')
    expect(await undoUpload(services, STAFF, upload)).toBe('undone')
    expect(await dump()).toEqual(before)
  })

  it('may be taken in again', async () => {
    await take(lines(FIRST), '2026-09-10')
    const upload = await take(lines(SECOND), '2026-10-10')
    const told = (all: Awaited<ReturnType<typeof dump>>) => JSON.stringify(all.map((rows) => rows.length))
    const after = told(await dump())
    await undoUpload(services, STAFF, upload)
    await take(lines(SECOND), '2026-10-10')
    expect(told(await dump())).toBe(after)
  })

  it('goes with the part that was written before it was cut off and begun again', async () => {
    const file = new File([[...sampleLines({ ...SAMPLE, households: 700 })].join('')], 'file.csv')
    const kept = await keepUpload(services, STAFF, { kind: 'register', file, takenOn: '2026-09-10' })
    if (!kept.ok) return expect.unreachable(kept.fault.code)
    await runUploads(services)
    await approveUpload(services, STAFF, kept.id)
    await expect(runUploads(failingAfter(services, 1))).rejects.toThrow(StoreError)
    const [half] = await services.store.rows<{ count: number }>('select count(*) as count from persons')
    expect(half?.count).toBeGreaterThan(0)
    services.moveClock(180_000)
    await runUploads(services)
    expect(await services.store.rows('select distinct import_id from households')).toHaveLength(2)
    expect(await undoUpload(services, STAFF, kept.id)).toBe('undone')
    for (const rows of await dump()) expect(rows).toEqual([])
  })

  it.each<readonly [string, () => Promise<unknown>]>([
    ['a later import', () => take(lines(SECOND.map((one) => one.replace(',07,', ',08,'))), '2026-10-20')],
    ['a later day of the same', () => take(lines(SECOND), '2026-10-20')],
    [
      'a correction',
      async () =>
        correct(services, { personId: await personOf('senior'), field: 'stage', value: 'junior', by: 'li' }),
    ],
    [
      'a step of the ledger',
      async () =>
        services.store.atomically([
          statement(
            `insert into ledger (person_id, programme, school_year, state, told_on)
              values (?1, 'secondary-vocational-grant', 2026, 'told', '2026-11-01')`,
            [await personOf('secondary-vocational')],
          ),
        ]),
    ],
  ])('stays where %s rests on it, and nothing is changed', async (_, deed) => {
    await take(lines(FIRST), '2026-09-10')
    const upload = await take(lines(SECOND), '2026-10-10')
    await deed()
    const before = await dump()
    expect(await undoUpload(services, STAFF, upload)).toBe('rested-on')
    expect(await dump()).toEqual(before)
  })

  it('is taken back by nobody of another area', async () => {
    const upload = await take(lines(FIRST), '2026-09-10')
    const far = { ...STAFF, area: { code: '623025', township: null } }
    expect(await undoUpload(services, far, upload)).toBe('gone')
    const inspector = { ...STAFF, role: 'inspector' } as const
    expect(await undoUpload(services, inspector, upload)).toBe('gone')
  })
})

describe(`a ledger's import taken back on ${PLATFORM}`, () => {
  const LEDGER = '人编号,项目,学年,状态,日期,金额,原因'
  const step = (person: number, state: string, day: string, rest = ',') =>
    `P${person},中职助学金,2026,${state},${day},${rest}`

  beforeEach(async () => {
    await take(lines(SECOND), '2026-10-10')
  })

  it('leaves each course as it stood, and when the family was told', async () => {
    await take(lines([step(8, '已申请', '2026-10-11')], LEDGER), '2026-10-11', 'ledger')
    const before = await dump()
    const upload = await take(
      lines([step(8, '未通过', '2026-10-12', ',缺材料'), step(6, '已发放', '2026-10-12', '1000,')], LEDGER),
      '2026-10-12',
      'ledger',
    )
    expect(await dump()).not.toEqual(before)
    expect(await undoUpload(services, STAFF, upload)).toBe('undone')
    expect(await dump()).toEqual(before)
  })

  it('keeps that a family was told meanwhile', async () => {
    const upload = await take(lines([step(8, '已申请', '2026-10-11')], LEDGER), '2026-10-11', 'ledger')
    await services.store.atomically([statement(`update ledger set told_on = '2026-10-13'`)])
    expect(await undoUpload(services, STAFF, upload)).toBe('undone')
    expect(await services.store.rows('select state, told_on, applied_on from ledger')).toEqual([
      { state: 'told', told_on: '2026-10-13', applied_on: null },
    ])
  })

  it('stays where a later list went on with it', async () => {
    const upload = await take(lines([step(8, '已申请', '2026-10-11')], LEDGER), '2026-10-11', 'ledger')
    await take(lines([step(8, '已批准', '2026-10-12')], LEDGER), '2026-10-12', 'ledger')
    expect(await undoUpload(services, STAFF, upload)).toBe('rested-on')
  })
})
