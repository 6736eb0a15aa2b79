import { beforeEach, describe, expect, it } from 'vitest'
import { openTestStore, PLATFORM } from '#platform'
import { createVault } from '../../src/privacy/vault.ts'
import { importRegister } from '../../src/register/import.ts'
import type { Missing } from '../../src/register/importing/report.ts'
import { findHouseholdsByAddress } from '../../src/register/finding/look-up.ts'
import type { Rejection, Warning } from '../../src/register/reasons.ts'
import { syntheticIdNumber } from '../../src/register/sample/identity.ts'
import { sampleHouseholds, sampleLines, type SampleOptions } from '../../src/register/sample/sample.ts'
import { correct } from '../../src/register/corrections/correct.ts'
import { testServices } from './services.ts'

type TestServices = Awaited<ReturnType<typeof testServices>>

const PLACES = [
  { code: '621223100201', county: '621223', countyName: '宕昌县', township: '城关镇', village: '旧城村' },
  { code: '623025100201', county: '623025', countyName: '玛曲县', township: '尼玛镇', village: '秀玛村' },
] as const

const SAMPLE: SampleOptions = {
  households: 330,
  seed: 11,
  takenOn: '2026-06-30',
  places: PLACES,
  faults: 'some',
}

let services: TestServices

beforeEach(async () => {
  services = await testServices(await openTestStore())
})

/** Imports CSV text and keeps all that the import tells. */
async function take(text: string, takenOn = '2026-06-30', rowsAtOnce = 1_000) {
  const rejections: Rejection[] = []
  const warnings: Warning[] = []
  const missing: Missing[] = []
  const source = {
    name: 'register.csv',
    digest: `digest of ${text.length}`,
    async *open() {
      yield new TextEncoder().encode(text)
    },
  }
  const result = await importRegister(services, source, {
    by: 'test',
    takenOn,
    rowsAtOnce,
    listener: {
      rejected: (rejection) => rejections.push(rejection),
      warned: (warning) => warnings.push(warning),
      missing: (one) => missing.push(one),
    },
  })
  if (!result.ok) throw new Error(result.fault.code)
  return { ...result.report, rejections, warnings, missingRecords: missing }
}

const HEADER = '县,户编号,人编号,姓名,证件号码,与户主关系,在校生状况,文化程度,脱贫属性,脱贫年度,联系电话'
const id = (serial: number) => syntheticIdNumber('2012-03-01', 'male', serial)
const HEAD = `宕昌县,H1,H101,赵甲,${id(1)},户主,01,02,未脱贫,,12911110001`
const CHILD = `宕昌县,H1,H102,赵乙,${id(2)},之子,06,03,未脱贫,,12911110001`
const OTHER = `宕昌县,H2,H201,钱丙,${id(3)},户主,01,02,未脱贫,,12911110002`
const file = (...rows: readonly string[]) => `${[HEADER, ...rows].join('\n')}\n`

const dump = async () => ({
  households: await services.store.rows(
    'select number_index, county, content_index from households order by number_index',
  ),
  persons: await services.store.rows(
    'select number_index, birth_date, stage, final_year, completed from persons order by number_index',
  ),
  standings: await services.store.rows(
    'select h.number_index, s.from_day, s.standing from standings s join households h on h.id = s.household_id order by 1, 2',
  ),
  telephones: await services.store.rows('select address_index from household_telephones order by 1'),
})

const find = async (telephone: string) => findHouseholdsByAddress(services, telephone)

describe(`a register imported on ${PLATFORM}`, () => {
  it('finds every fault of the sample in its line and column, and takes the rest', async () => {
    const expected = faultsOf(SAMPLE)
    const { counts, rejections, warnings } = await take([...sampleLines(SAMPLE)].join(''))
    expect(rejections.map(({ line, column, reason }) => ({ line, column, reason }))).toEqual(
      expected.rejected,
    )
    const told = warnings.map(({ line, column, reason }) => `${line} ${column} ${reason}`)
    expect(told).toEqual(expect.arrayContaining(expected.warned))
    expect(new Set(expected.rejected.map(({ reason }) => reason)).size).toBe(9)
    expect(counts).toEqual({
      read: expected.rows,
      added: expected.rows - expected.rejected.length,
      changed: 0,
      unchanged: 0,
      rejected: expected.rejected.length,
    })
  })

  it('changes nothing when it is repeated, whatever the order of its rows', async () => {
    const [header = '', ...rows] = [...sampleLines({ ...SAMPLE, households: 60 })]
    const first = await take([header, ...rows].join(''))
    const before = await dump()
    const again = await take([header, ...rows.toReversed()].join(''))
    expect(again.counts).toEqual({ ...first.counts, added: 0, unchanged: first.counts.added })
    expect(await dump()).toEqual(before)
  })

  it('says the same in any order of columns', async () => {
    const lines = [...sampleLines({ ...SAMPLE, households: 60 })]
    const first = await take(lines.join(''))
    const turned = lines.map((line) => `${line.trimEnd().split(',').toReversed().join()}\n`)
    expect((await take(turned.join(''))).counts.unchanged).toBe(first.counts.added)
  })

  it('counts a changed person alone, and every row of a household whose own columns changed', async () => {
    await take(file(HEAD, CHILD, OTHER))
    const grown = await take(file(HEAD, CHILD.replace(',06,', ',07,'), OTHER), '2026-10-01')
    expect(grown.counts).toMatchObject({ added: 0, changed: 1, unchanged: 2 })
    const lifted = [HEAD, CHILD.replace(',06,', ',07,')].map((row) => row.replace('未脱贫,', '脱贫,2025'))
    expect((await take(file(...lifted, OTHER), '2026-11-01')).counts).toMatchObject({
      changed: 2,
      unchanged: 1,
    })
    const [household] = await find('+8612911110001')
    expect(household?.standings).toEqual([
      { standing: 'registered', from: '2014-12-31' },
      { standing: 'lifted', from: '2025-12-31' },
    ])
  })

  it('knows again under a new key what it took under the previous one', async () => {
    await take(file(HEAD, CHILD, OTHER))
    const [before, after] = [new Uint8Array(32).fill(9), new Uint8Array(32).fill(10)]
    services = { ...services, vault: await createVault(after, before) }
    const { counts, missing } = await take(file(HEAD, CHILD, OTHER))
    expect(counts).toMatchObject({ added: 0, changed: 0, unchanged: 3 })
    expect(missing).toEqual({ households: 0, persons: 0 })
    services = { ...services, vault: await createVault(after) }
    expect(await find('+8612911110001')).toHaveLength(1)
  })

  it('takes a household whose rows are scattered over the file as one', async () => {
    const { counts } = await take(file(HEAD, OTHER, CHILD))
    expect(counts).toMatchObject({ added: 3, rejected: 0 })
    expect((await find('+8612911110001'))[0]?.persons).toHaveLength(2)
    const elsewhere = CHILD.replace('宕昌县', '玛曲县')
    const { rejections } = await take(file(HEAD, OTHER, elsewhere))
    expect(rejections.map(({ line, reason }) => [line, reason])).toEqual([
      [2, 'household-counties-disagree'],
      [4, 'household-counties-disagree'],
    ])
  })

  it('replaces a changed telephone', async () => {
    await take(file(HEAD, CHILD))
    await take(file(...[HEAD, CHILD].map((row) => row.replace('12911110001', '12911119999'))))
    expect(await find('+8612911110001')).toEqual([])
    expect(await find('+8612911119999')).toHaveLength(1)
  })

  it('lets in the other rows of a household of which one is rejected, and keeps what it knew of that one', async () => {
    await take(file(HEAD, CHILD))
    const bad = CHILD.replace(id(2), '12345').replace('赵乙', '赵某')
    const { counts, missing } = await take(file(HEAD.replace(',02,', ',03,'), bad))
    expect(counts).toEqual({ read: 2, added: 0, changed: 1, unchanged: 0, rejected: 1 })
    expect(missing).toEqual({ households: 0, persons: 0 })
    const [household] = await find('+8612911110001')
    expect(household?.persons.map(({ name }) => name)).toEqual(['赵甲', '赵乙'])
  })

  it('takes a row once that stands there twice', async () => {
    const { counts, warnings } = await take(file(HEAD, CHILD, CHILD))
    expect(counts).toEqual({ read: 3, added: 2, changed: 0, unchanged: 1, rejected: 0 })
    expect(warnings).toEqual([{ line: 4, column: 'personNumber', reason: 'person-repeated' }])
    expect((await take(file(HEAD, CHILD, CHILD))).counts).toMatchObject({
      added: 0,
      changed: 0,
      unchanged: 3,
    })
  })

  it('takes two persons under one ID number, and warns of both', async () => {
    const twin = CHILD.replace('H102', 'H109').replace('赵乙', '赵丙')
    const { counts, warnings } = await take(file(HEAD, CHILD, twin, CHILD))
    expect(counts).toEqual({ read: 4, added: 3, changed: 0, unchanged: 1, rejected: 0 })
    expect(warnings.filter(({ reason }) => reason === 'id-number-shared')).toEqual(
      [3, 4].map((line) => ({ line, column: 'idNumber', reason: 'id-number-shared' })),
    )
  })

  it('lists who is no longer named, and deletes nobody', async () => {
    await take(file(HEAD, CHILD, OTHER))
    const { missing, missingRecords } = await take(file(HEAD), '2026-07-01')
    expect(missing).toEqual({ households: 1, persons: 1 })
    expect(missingRecords.map(({ kind, line }) => [kind, line])).toEqual([
      ['household', 4],
      ['person', 2],
    ])
    expect((await find('+8612911110001'))[0]?.persons).toHaveLength(2)
    expect(await find('+8612911110002')).toHaveLength(1)
  })

  it('does not call missing what another township of the county holds', async () => {
    const header = HEADER.replace('县,', '县,乡镇,')
    const inTown = (town: string, row: string) => row.replace('宕昌县,', `宕昌县,${town},`)
    await take(`${header}\n${inTown('城关镇', HEAD)}\n${inTown('哈达铺镇', OTHER)}\n`)
    expect((await take(`${header}\n${inTown('城关镇', HEAD)}\n`)).missing).toEqual({
      households: 0,
      persons: 0,
    })
  })

  it('keeps what staff corrected until the register itself says otherwise', async () => {
    await take(file(HEAD, CHILD))
    const child = (await find('+8612911110001'))[0]?.persons[1]
    await correct(services, {
      personId: child?.id ?? '',
      field: 'stage',
      value: 'not-in-school',
      by: 'staff',
    })
    const stage = async () => (await find('+8612911110001'))[0]?.persons[1]?.stage
    await take(file(HEAD.replace(',02,', ',03,'), CHILD), '2026-07-01')
    expect(await stage()).toBe('not-in-school')
    await take(file(HEAD, CHILD.replace(',06,', ',07,')), '2026-10-01')
    expect(await stage()).toBe('senior')
    expect(await services.store.rows('select * from corrections')).toEqual([])
  })

  it('keeps what a file without the column does not say', async () => {
    await take(file(HEAD, CHILD))
    await take(`县,户编号,人编号,姓名\n宕昌县,H1,H101,赵甲\n宕昌县,H1,H102,赵乙丙\n`, '2026-07-01')
    const [household] = await find('+8612911110001')
    expect(household?.persons[1]).toMatchObject({
      name: '赵乙丙',
      stage: 'junior',
      finalYear: true,
      birthDate: '2012-03-01',
    })
  })

  it('does not let an older file undo a newer record', async () => {
    await take(file(HEAD, CHILD.replace(',06,', ',07,')), '2026-10-01')
    const { counts, warnings } = await take(file(HEAD, CHILD), '2026-06-30')
    expect(counts).toMatchObject({ changed: 0, unchanged: 2 })
    expect(warnings.map(({ reason }) => reason)).toEqual(['older-than-record'])
  })

  it('is newer after an unchanged file of a later day', async () => {
    await take(file(HEAD, CHILD), '2026-06-30')
    await take(file(HEAD, CHILD), '2026-10-01')
    expect((await find('+8612911110001'))[0]).toMatchObject({
      takenOn: '2026-10-01',
      persons: [{ takenOn: '2026-10-01' }, {}],
    })
  })

  it('finds several households of one telephone', async () => {
    await take(file(HEAD, OTHER.replace('12911110002', '12911110001')))
    expect(await find('+8612911110001')).toHaveLength(2)
  })

  it('remembers the file, line, day and who', async () => {
    await take(file(HEAD, CHILD, OTHER))
    expect(
      await services.store.rows(
        'select i.file, i.by, i.taken_on, i.state, h.line from households h join imports i on i.id = h.import_id order by h.line',
      ),
    ).toEqual(
      [2, 4].map((line) => ({
        file: 'register.csv',
        by: 'test',
        taken_on: '2026-06-30',
        state: 'done',
        line,
      })),
    )
  })

  it('leaves no name, number or telephone in any column as it is', async () => {
    await take(file(HEAD, CHILD, OTHER))
    for (const table of ['households', 'persons', 'standings', 'household_telephones', 'imports']) {
      const text = JSON.stringify(await services.store.rows(`select * from ${table}`))
      for (const personal of ['赵甲', '钱丙', id(1), '"H101', '"H1"', '12911110001'])
        expect(text).not.toContain(personal)
    }
  })

  it('is read once where it is small, and comes to the same', async () => {
    const text = file(HEAD, OTHER, CHILD, `宕昌县,H3,,孙丁,${id(4)},户主,01,02,未脱贫,,`)
    let opened = 0
    const source = {
      name: 'register.csv',
      digest: 'digest',
      bytes: new TextEncoder().encode(text).length,
      async *open() {
        opened++
        yield new TextEncoder().encode(text)
      },
    }
    const once = await importRegister(services, source, { by: 'test', takenOn: '2026-06-30' })
    expect(once).toMatchObject({ ok: true, report: { counts: { read: 4, added: 3, rejected: 1 } } })
    expect(opened).toBe(1)
    const expected = await dump()
    services = await testServices(await openTestStore())
    await take(text)
    expect(await dump()).toEqual(expected)
  })

  it.each([
    { what: 'another row', again: [HEAD, OTHER] },
    { what: 'a row less', again: [HEAD] },
    { what: 'a row more', again: [HEAD, CHILD, OTHER] },
  ])('stops where the file has $what when it is read again', async ({ again }) => {
    const readings = [file(HEAD, CHILD), file(...again)]
    const source = {
      name: 'register.csv',
      digest: 'digest',
      async *open() {
        yield new TextEncoder().encode(readings.shift())
      },
    }
    const result = await importRegister(services, source, { by: 'test', takenOn: '2026-06-30' })
    expect(result).toEqual({ ok: false, fault: { code: 'file-changed' } })
    expect(await services.store.rows('select state from imports')).toEqual([{ state: 'interrupted' }])
  })

  it('takes up after an import that was killed between two batches', async () => {
    const text = [...sampleLines(SAMPLE)].join('')
    const whole = await take(text)
    const expected = await dump()
    services = await testServices(await openTestStore())
    const { store } = services
    let batches = 0
    // From the sixth batch on nothing reaches the database any more, not even the import's own ending.
    const dying: typeof store = {
      ...store,
      atomically: async (writes) => {
        batches++
        if (batches > 5) throw new Error('killed')
        return store.atomically(writes)
      },
    }
    services = { ...services, store: dying }
    await expect(take(text, '2026-06-30', 200)).rejects.toThrow('killed')
    services = { ...services, store }
    const { counts } = await take(text)
    expect(counts.added).toBeGreaterThan(0)
    expect(counts.unchanged).toBeGreaterThan(0)
    expect(counts.added + counts.unchanged).toBe(whole.counts.added)
    expect(await dump()).toEqual(expected)
    expect(
      await store.rows(`select state, count(*) as n from imports group by state order by state`),
    ).toEqual([
      { state: 'done', n: 1 },
      { state: 'interrupted', n: 1 },
    ])
  })
})

function faultsOf(options: SampleOptions) {
  const rejected: { line: number; column: string; reason: string }[] = []
  const warned: string[] = []
  let line = 2
  for (const { rows, faults } of sampleHouseholds(options)) {
    for (const fault of faults) {
      const at = line + fault.row
      if ('rejected' in fault) rejected.push({ line: at, column: fault.column, reason: fault.rejected })
      else warned.push(`${at} ${fault.column} ${fault.warned}`)
    }
    line += rows.length
  }
  return { rejected, warned, rows: line - 2 }
}
