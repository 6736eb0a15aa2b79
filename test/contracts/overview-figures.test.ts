import { beforeEach, describe, expect, it } from 'vitest'
import { openTestStore, PLATFORM } from '#platform'
import { figuresFor } from '../../src/console/overview/figures.ts'
import type { Services } from '../../src/services.ts'
import { type Area, PROVINCE } from '../../src/staff/area.ts'
import { importPersonas, testServices } from './services.ts'
import { send } from './telephones.ts'

const MOTHER = '+8612900000001'
const STRANGER = '+8612900009999'
const HOME: Area = { code: '621223', township: null }
const NEIGHBOUR: Area = { code: '623025', township: null }

let services: Services

async function asked(area: Area): Promise<number> {
  const { questions } = await figuresFor(services, { area })
  return questions.reduce((sum, { count }) => sum + count, 0)
}

describe(`the figures of the first page on ${PLATFORM}`, () => {
  beforeEach(async () => {
    services = await testServices(await openTestStore())
    await importPersonas(services)
  })

  it("count a family's question in its own county and in the province, and nowhere else", async () => {
    await send(services, MOTHER, '幼儿园能免多少钱')
    expect([await asked(HOME), await asked(NEIGHBOUR), await asked(PROVINCE)]).toEqual([1, 0, 1])
  })

  it("leave a stranger's question to the province", async () => {
    await send(services, STRANGER, '幼儿园能免多少钱')
    expect([await asked(HOME), await asked(PROVINCE)]).toEqual([0, 1])
  })

  it('count households and pupils of the area alone', async () => {
    const sum = async (area: Area) =>
      (await figuresFor(services, { area })).households.reduce((all, { count }) => all + count, 0)
    expect((await sum(HOME)) + (await sum(NEIGHBOUR))).toBe(await sum(PROVINCE))
    expect(await sum(HOME)).toBeGreaterThan(0)
  })
})
