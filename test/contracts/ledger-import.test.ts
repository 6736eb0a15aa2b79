import { beforeEach, describe, expect, it } from 'vitest'
import { openTestStore, PLATFORM } from '#platform'
import { createVault } from '../../src/privacy/vault.ts'
import { importRegister } from '../../src/register/import.ts'
import type { OddStep, RefusedStep } from '../../src/register/ledger/batches.ts'
import { importLedger } from '../../src/register/ledger/import.ts'
import { NOTHING_YET } from '../../src/register/ledger/steps.ts'
import type { LedgerEntry } from '../../src/register/ledger-entry.ts'
import { findHouseholdsByAddress } from '../../src/register/finding/look-up.ts'
import { syntheticIdNumber } from '../../src/register/sample/identity.ts'
import { receive } from '../../src/inbox/receive.ts'
import { wordsOf } from '../conversation/words.ts'
import { testServices } from './services.ts'

let services: Awaited<ReturnType<typeof testServices>>

const id = (serial: number, born = '2009-03-01') => syntheticIdNumber(born, 'male', serial)
const REGISTER = `县,户编号,人编号,姓名,证件号码,与户主关系,在校生状况,学校所在地,脱贫属性,脱贫年度,联系电话
宕昌县,H1,H101,赵甲,${id(1, '1980-01-01')},户主,01,,未脱贫,,12911110001
宕昌县,H1,H102,赵乙,${id(2)},之子,11,省内,未脱贫,,12911110001
宕昌县,H1,H103,赵丙,${id(3, '2021-03-01')},之子,02,本县,未脱贫,,12911110001
宕昌县,H2,H201,钱丁,${id(4)},户主,11,省内,已脱贫,2019,12911110002
宕昌县,H3,H301,孙戊,${id(5)},户主,01,,未脱贫,,12911110003
宕昌县,H3,H302,孙戊,${id(6)},之子,11,省内,未脱贫,,12911110003
`
const HEADER = '人编号,户编号,姓名,身份证号,项目,学年,状态,日期,金额(元),原因'
const APPLIED = 'H102,,,,中职国家助学金,2026,已申请,2026-09-05,,'
const GRANTED = 'H102,,,,中职国家助学金,2026,已批准,2026-09-20,2000,'
const PAID = 'H102,,,,中职国家助学金,2026-2027,已发放,2026年10月20日,"1,000.50",'
const REFUSED = 'H103,,,,preschool-fee-waiver,2026学年,退回,2026/10/8,,缺少户口本'
const FILE = [APPLIED, GRANTED, PAID, REFUSED]

function sourceOf(text: string | Uint8Array) {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  return {
    name: 'ledger.csv',
    digest: 'digest',
    async *open() {
      yield bytes
    },
  }
}

async function takeFile(text: string | Uint8Array, options: { readonly takenOn?: string } = {}) {
  const refused: RefusedStep[] = []
  const warned: OddStep[] = []
  const result = await importLedger(services, sourceOf(text), {
    by: 'test',
    ...options,
    refused: (one) => refused.push(one),
    warned: (one) => warned.push(one),
  })
  if (!result.ok) throw new Error(result.fault)
  return { ...result, refused, warned }
}

const take = (...rows: readonly string[]) => takeFile(`${[HEADER, ...rows].join('\n')}\n`)

beforeEach(async () => {
  services = await testServices(await openTestStore())
  const result = await importRegister(services, sourceOf(REGISTER), { by: 'test', takenOn: '2026-10-01' })
  if (!result.ok) throw new Error(result.fault.code)
})

/** What the household of a telephone has in the ledger, by person's name and programme. */
async function ledgerOf(telephone: string): Promise<Readonly<Record<string, Omit<LedgerEntry, 'person'>>>> {
  const households = await findHouseholdsByAddress(services, telephone)
  const nameOf = new Map(
    households.flatMap(({ persons }) => persons.map((one) => [one.id, one.name] as const)),
  )
  return Object.fromEntries(
    households.flatMap(({ ledger }) =>
      ledger.map(({ person, ...entry }) => [`${nameOf.get(person)} ${entry.programme}`, entry] as const),
    ),
  )
}

const dump = () => services.store.rows('select * from ledger order by person_id, programme, school_year')

describe(`a ledger imported on ${PLATFORM}`, () => {
  it('is what the look-up gives, step by step, sums in fen', async () => {
    expect((await take(...FILE)).counts).toEqual({ read: 4, added: 2, changed: 2, unchanged: 0, rejected: 0 })
    expect(await ledgerOf('+8612911110001')).toEqual({
      '赵乙 secondary-vocational-grant': {
        ...NOTHING_YET,
        programme: 'secondary-vocational-grant',
        schoolYear: 2026,
        state: 'paid',
        appliedOn: '2026-09-05',
        grantedOn: '2026-09-20',
        paidOn: '2026-10-20',
        grantedAmount: 200_000,
        paidAmount: 100_050,
      },
      '赵丙 preschool-fee-waiver': {
        ...NOTHING_YET,
        programme: 'preschool-fee-waiver',
        schoolYear: 2026,
        state: 'refused',
        refusedOn: '2026-10-08',
        reason: '缺少户口本',
      },
    })
  })

  it('changes nothing when it is repeated, and is the same in any order', async () => {
    await take(...FILE)
    const before = await dump()
    const again = await take(...FILE.toReversed())
    expect(again.counts).toEqual({ read: 4, added: 0, changed: 0, unchanged: 4, rejected: 0 })
    expect(await dump()).toEqual(before)
  })

  it('is one ledger from one file or from a file for each step', async () => {
    for (const row of [PAID, REFUSED, GRANTED, APPLIED]) await take(row)
    expect(await ledgerOf('+8612911110001')).toMatchObject({
      '赵乙 secondary-vocational-grant': { state: 'paid', appliedOn: '2026-09-05', grantedAmount: 200_000 },
      '赵丙 preschool-fee-waiver': { state: 'refused' },
    })
  })

  it('knows people and reasons again under a new key', async () => {
    await take(...FILE)
    const [before, after] = [new Uint8Array(32).fill(9), new Uint8Array(32).fill(10)]
    services = { ...services, vault: await createVault(after, before) }
    expect((await take(...FILE)).counts).toMatchObject({ unchanged: 4 })
  })

  it.each([
    ['the person’s number', 'H102,,,,'],
    ['the number with household and name', `H102,H1,赵乙,${id(2)},`],
    ['name and ID number', `,,赵乙,${id(2)},`],
    ['name and a disability card', `,,赵乙,${id(2)}11,`],
    ['household and name', ',H1,赵 乙,,'],
  ])('finds a person by %s', async (_how, who) => {
    const { counts } = await take(`${who}中职国家助学金,2026,已申请,2026-09-05,,`)
    expect(counts).toMatchObject({ added: 1, rejected: 0 })
    expect(Object.keys(await ledgerOf('+8612911110001'))).toEqual(['赵乙 secondary-vocational-grant'])
  })

  it.each([
    ['a number that the register does not hold', 'H999,,,,', '人编号', 'person-unknown'],
    ['a stranger’s name and ID number', `,,李某,${id(8)},`, '身份证号', 'person-unknown'],
    ['a name that the household does not have', ',H1,钱丁,,', '姓名', 'person-unknown'],
    ['a name that two of the household have', ',H3,孙戊,,', '姓名', 'person-ambiguous'],
    ['a number and another’s name', 'H102,,赵丙,,', '姓名', 'name-disagrees'],
    ['a number and another’s household', 'H102,H2,,,', '户编号', 'household-disagrees'],
    ['an ID number and another’s household', `,H2,赵乙,${id(2)},`, '户编号', 'household-disagrees'],
    ['a number and another’s ID number', `H102,,,${id(3, '2021-03-01')},`, '身份证号', 'id-number-disagrees'],
  ])('refuses %s, and tells where', async (_what, who, column, reason) => {
    const { counts, refused } = await take(`${who}中职国家助学金,2026,已申请,2026-09-05,,`, REFUSED)
    expect(counts).toEqual({ read: 2, added: 1, changed: 0, unchanged: 0, rejected: 1 })
    const at = HEADER.split(',').indexOf(column)
    expect(refused).toMatchObject([{ line: 2, reason, value: who.split(',')[at] }])
  })

  it('tells refused rows in the file’s order, whatever is wrong with them', async () => {
    const unknown = APPLIED.replace('H102', 'H999')
    const { refused } = await take(unknown, APPLIED.replace('2026-09-05', '九月'), unknown, APPLIED)
    expect(refused.map(({ line }) => line)).toEqual([2, 3, 4])
  })

  it('refuses the second of two rows that say otherwise of one step and day, however often', async () => {
    for (const expected of [
      { added: 1, unchanged: 1, rejected: 1 },
      { added: 0, unchanged: 2, rejected: 1 },
    ]) {
      const { counts, refused } = await take(GRANTED, GRANTED, GRANTED.replace('2000', '1500'))
      expect(counts).toMatchObject(expected)
      expect(refused).toMatchObject([{ line: 4, reason: 'step-repeated' }])
    }
    expect(await ledgerOf('+8612911110001')).toMatchObject({
      '赵乙 secondary-vocational-grant': { grantedAmount: 200_000 },
    })
  })

  it('mends a sum and a reason by a later file', async () => {
    await take(...FILE)
    const { counts } = await take(PAID.replace('1,000.50', '1000'), REFUSED.replace('户口本', '学籍证明'))
    expect(counts).toMatchObject({ changed: 2 })
    expect(await ledgerOf('+8612911110001')).toMatchObject({
      '赵乙 secondary-vocational-grant': { paidAmount: 100_000 },
      '赵丙 preschool-fee-waiver': { reason: '缺少学籍证明' },
    })
  })

  it('keeps school years apart', async () => {
    await take(APPLIED, PAID.replace('2026-2027', '2025').replace('2026年10月', '2025年10月'))
    expect(await services.store.rows('select school_year, state from ledger order by 1')).toEqual([
      { school_year: 2025, state: 'paid' },
      { school_year: 2026, state: 'applied' },
    ])
  })

  it('stands beside what families were told, once in a school year, and is told to them', async () => {
    const ask = async (providerId: string, text: string) => {
      const address = '+8612911110001'
      const inbound = { channel: 'sms', address, providerId, text, media: false } as const
      return wordsOf((await receive(services, inbound)).replies)
    }
    const TOLD = `select told_on, state from ledger where programme = 'secondary-vocational-grant'`
    await ask('1', '中职一年补多少钱')
    services.moveClock(3 * 24 * 3600 * 1000)
    await ask('2', '中职一年补多少钱')
    expect(await services.store.rows(TOLD)).toEqual([{ told_on: '2026-11-18', state: 'told' }])
    await take(...FILE)
    expect(await services.store.rows(TOLD)).toEqual([{ told_on: '2026-11-18', state: 'paid' }])
    expect(await ask('3', '钱到账了没有')).toMatch(/2026年10月20日已经发放。金额1000.50元/)
  })

  it.each([
    ['paid to one of a lifted household', [PAID.replace('H102', 'H201')], [[2, 'paid-though-lifted']]],
    [
      'paid for a school the child does not go to',
      [PAID.replace('中职国家助学金', '免保教费')],
      [[2, 'paid-though-ineligible']],
    ],
    [
      'paid for a year of which nothing is known',
      [PAID.replace('中职国家助学金', '免保教费').replace('2026-2027', '2024').replace('2026年', '2024年')],
      [],
    ],
    ['paid twice', [PAID, PAID.replace('10月20日', '11月5日')], [[3, 'paid-twice']]],
    [
      'refused after it was granted',
      [GRANTED, REFUSED.replace('H103,,,,preschool-fee-waiver', 'H102,,,,中职国家助学金')],
      [[3, 'granted-beside-refused']],
    ],
    [
      'refused after it was paid',
      [PAID, REFUSED.replace('H103,,,,preschool-fee-waiver', 'H102,,,,中职国家助学金')],
      [[3, 'granted-beside-refused']],
    ],
    ['all as it should be', FILE, []],
  ])('takes and tells what is odd: %s', async (_what, rows, expected) => {
    const { counts, warned } = await take(...rows)
    expect(counts.rejected).toBe(0)
    expect(warned.map(({ line, reason }) => [line, reason])).toEqual(expected)
  })

  it('is of the day told for the whole file where rows have none', async () => {
    const text = `${HEADER.replace('日期,', '')}\n${APPLIED.replace('2026-09-05,', '')}\n`
    expect((await takeFile(text, { takenOn: '2026-09-30' })).counts).toMatchObject({ added: 1 })
    expect(await ledgerOf('+8612911110001')).toMatchObject({
      '赵乙 secondary-vocational-grant': { appliedOn: '2026-09-30' },
    })
  })

  it('reads the file behind its mark, and in GB18030', async () => {
    await takeFile(`\uFEFF${HEADER}\n${APPLIED}\n`)
    // 人编号,项目,学年,状态,日期 ⏎ H102,中职补助,2026,已申请,2026-09-05, which no encoder of the platform writes.
    const hex =
      'c8cbb1e0bac52ccfeec4bf2cd1a7c4ea2cd7b4ccac2cc8d5c6da0a483130322cd6d0d6b0b2b9d6fa2c323032362cd2d1c9eac7eb2c323032362d30392d30350a'
    const bytes = Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
    expect((await takeFile(bytes)).counts).toMatchObject({ read: 1, unchanged: 1 })
  })

  it('tells who is missing from a header, and takes nothing', async () => {
    const source = sourceOf('姓名,项目,学年,状态\n赵乙,中职补助,2026,已申请\n')
    expect(await importLedger(services, source, { by: 'test' })).toEqual({
      ok: false,
      fault: 'no-header',
      missing: ['personNumber', 'day'],
    })
    expect(await dump()).toEqual([])
  })

  it('loses nothing and doubles nothing where it is killed between batches and repeated', async () => {
    const years = Array.from({ length: 12 }, (_, at) => 2015 + at).filter((year) => year < 2026)
    const rows = Array.from({ length: 200 }, () =>
      years.map((year) => APPLIED.replaceAll('2026', String(year))),
    ).flat()
    const { store } = services
    let batches = 0
    // The run's beginning, then two batches of a thousand rows: the third never reaches the database.
    const dying: typeof store = {
      ...store,
      atomically: async (writes) => {
        batches++
        if (batches > 3) throw new Error('killed')
        return store.atomically(writes)
      },
    }
    services = { ...services, store: dying }
    await expect(take(...rows, PAID)).rejects.toThrow('killed')
    services = { ...services, store }
    expect((await take(...rows, PAID)).counts).toMatchObject({ added: 1, changed: 0, unchanged: rows.length })
    expect(await store.rows(`select state from imports where kind = 'ledger' order by state`)).toEqual([
      { state: 'done' },
      { state: 'interrupted' },
    ])
  })

  it('keeps no reason, name or number in the clear', async () => {
    await take(...FILE)
    const text = JSON.stringify([await dump(), await services.store.rows('select * from imports')])
    for (const personal of ['缺少', '户口本', '赵乙', 'H102', id(2)]) expect(text).not.toContain(personal)
  })
})
