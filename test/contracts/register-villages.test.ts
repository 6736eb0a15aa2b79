import { beforeEach, describe, expect, it } from 'vitest'
import { openTestStore, PLATFORM } from '#platform'
import { importRegister } from '../../src/register/import.ts'
import { findHouseholdsByAddress, loadHousehold } from '../../src/register/finding/look-up.ts'
import { importVillages, type VillageRejection } from '../../src/register/villages.ts'
import { testServices } from './services.ts'

let services: Awaited<ReturnType<typeof testServices>>

beforeEach(async () => {
  services = await testServices(await openTestStore())
})

const sourceOf = (text: string) => ({
  name: 'file.csv',
  digest: `digest of ${text.length}`,
  async *open() {
    yield new TextEncoder().encode(text)
  },
})

async function takeVillages(text: string) {
  const rejections: VillageRejection[] = []
  const villageOfCode = (code: string) =>
    code === '621223100201' ? { county: '621223', township: '城关镇', village: '旧城村村民委员会' } : null
  const rejected = (rejection: VillageRejection) => rejections.push(rejection)
  const result = await importVillages(services, sourceOf(text), { by: 'test', villageOfCode, rejected })
  if (!result.ok) throw new Error(result.fault)
  return { ...result, rejections }
}

const REGISTER = '县,乡(镇),行政村,户编号,人编号,姓名,联系电话\n宕昌县,城关镇,旧城村,H1,P1,张三,12911110001\n'

const village = async () => (await findHouseholdsByAddress(services, '+8612911110001'))[0]?.village

describe(`a village list on ${PLATFORM}`, () => {
  it('tells a household of its village, by name or by code, however each list writes the name', async () => {
    await importRegister(services, sourceOf(REGISTER), { by: 'test' })
    expect(await village()).toEqual({ name: '旧城村', poor: null, population: null })
    await takeVillages('县,乡镇,行政村,是否贫困村,村人口\n宕昌县,城关,旧城村委会,是,900\n')
    expect(await village()).toEqual({ name: '旧城村', poor: true, population: 900 })
    await takeVillages('村编码,村人口\n621223100201,1100\n')
    expect(await village()).toEqual({ name: '旧城村', poor: true, population: 1100 })
  })

  it('counts what it did, and changes nothing when repeated', async () => {
    const text = '县,乡镇,行政村,是否贫困村,村人口\n宕昌县,城关镇,旧城村,是,900\n宕昌县,城关镇,新城子村,否,\n'
    expect((await takeVillages(text)).counts).toEqual({
      read: 2,
      added: 2,
      changed: 0,
      unchanged: 0,
      rejected: 0,
    })
    expect((await takeVillages(text)).counts).toEqual({
      read: 2,
      added: 0,
      changed: 0,
      unchanged: 2,
      rejected: 0,
    })
    expect((await takeVillages(text.replace('900', '901'))).counts).toMatchObject({
      changed: 1,
      unchanged: 1,
    })
  })

  it('says of each row it cannot take where and why', async () => {
    const { counts, rejections } = await takeVillages(
      '村编码,县,行政村,贫困村,人口\n,宕昌县,,是,1\n999999999999,,,是,1\n,不知县,甲村,是,1\n,宕昌县,甲村,也许,1\n,宕昌县,甲村,是,很多\n',
    )
    expect(counts).toMatchObject({ read: 5, rejected: 5 })
    expect(rejections).toEqual([
      { line: 2, column: 'village', reason: 'village-missing' },
      { line: 3, column: 'code', reason: 'village-code-unknown' },
      { line: 4, column: 'county', reason: 'county-unknown' },
      { line: 5, column: 'poor', reason: 'poor-unknown' },
      { line: 6, column: 'population', reason: 'population-unknown' },
    ])
  })

  it('may stand in the register itself', async () => {
    const text = REGISTER.replace('联系电话', '联系电话,是否贫困村,村人口').replace(
      '12911110001',
      '12911110001,是,640',
    )
    await importRegister(services, sourceOf(text), { by: 'test' })
    expect(await village()).toEqual({ name: '旧城村', poor: true, population: 640 })
  })
})

describe(`a household on ${PLATFORM}`, () => {
  it('is loaded by its id as by its telephone', async () => {
    await importRegister(services, sourceOf(REGISTER), { by: 'test' })
    const [household] = await findHouseholdsByAddress(services, '+8612911110001')
    expect(await loadHousehold(services, household?.id ?? '')).toEqual(household)
    expect(await loadHousehold(services, 'nobody')).toBeNull()
  })
})
