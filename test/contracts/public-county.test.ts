import { beforeEach, describe, expect, it } from 'vitest'
import { openTestStore, PLATFORM } from '#platform'
import { createApp } from '../../src/app.ts'
import { servedIn, SMALLEST_GROUP } from '../../src/public/served.ts'
import { LANGUAGES } from '../../src/i18n/texts.ts'
import { COUNTIES } from '../../src/regions/county.ts'
import type { Services } from '../../src/services.ts'
import { statement } from '../../src/storage/store.ts'
import { importPersonas, testServices } from './services.ts'

const COUNTY = '621223'
const PAID = `insert into ledger (person_id, programme, school_year, state, paid_on, paid_amount)
  select p.id, ?2, 2025, ?3, '2026-03-01', 200000 from persons p join households h on h.id = p.household_id
  where h.county = '${COUNTY}' order by p.id limit ?1`

let services: Services

async function enter(persons: number, programme: string, state: 'paid' | 'applied'): Promise<void> {
  const day = state === 'paid' ? PAID : PAID.replace("'2026-03-01', 200000", 'null, null')
  await services.store.atomically([statement(day, [persons, programme, state])])
}

describe(`a county's public page on ${PLATFORM}`, () => {
  beforeEach(async () => {
    services = await testServices(await openTestStore())
    await importPersonas(services)
  })

  it('counts who was granted or paid, and no one who has only applied', async () => {
    await enter(SMALLEST_GROUP, 'secondary-vocational-grant', 'paid')
    await enter(SMALLEST_GROUP, 'origin-student-loan', 'applied')
    expect(await servedIn(services, COUNTY)).toEqual([
      {
        programme: 'secondary-vocational-grant',
        schoolYear: 2025,
        persons: SMALLEST_GROUP,
        amount: SMALLEST_GROUP * 200_000,
      },
    ])
  })

  it('tells no figure of a group so small that it tells who', async () => {
    await enter(SMALLEST_GROUP - 1, 'secondary-vocational-grant', 'paid')
    expect(await servedIn(services, COUNTY)).toMatchObject([{ persons: null, amount: null }])
    const page = await (await createApp(services).request(`/public/counties/${COUNTY}`)).text()
    expect(page).not.toContain('18,000')
    expect(page).toContain('不到10人')
  })

  it('is asked for by one address only so often', async () => {
    const app = createApp({ ...services, settings: { ...services.settings, apiRate: 2 } })
    const statuses: number[] = []
    for (let time = 0; time < 3; time++)
      statuses.push((await app.request(`/public/counties/${COUNTY}`)).status)
    expect(statuses).toEqual([200, 200, 429])
  })

  it('tells of its own county alone', async () => {
    await enter(SMALLEST_GROUP, 'secondary-vocational-grant', 'paid')
    expect(await servedIn(services, '623025')).toEqual([])
  })

  it.each([
    ['zh-CN', '幼儿园免保教费'],
    ['bo', 'བྱིས་པའི་གླིང'],
  ])('is read without signing in, in %s', async (language, words) => {
    const response = await createApp(services).request(`/public/counties/${COUNTY}?language=${language}`)
    expect(response.status).toBe(200)
    const page = await response.text()
    expect(page).toContain(`<html lang="${language}">`)
    expect(page).toContain(words)
  })

  it('tells of what the plan gives in Tibetan areas there alone', async () => {
    const pageOf = async (code: string) =>
      (await createApp(services).request(`/public/counties/${code}`)).text()
    expect(await pageOf('623025')).toContain('9+3')
    expect(await pageOf('620422')).not.toContain('9+3')
  })

  it('is led to from a list of every county, in both languages, which tells no figure', async () => {
    for (const language of LANGUAGES) {
      const list = await createApp(services).request(`/public/counties?language=${language}`)
      const page = await list.text()
      expect(page).toContain(`<html lang="${language}">`)
      for (const { code } of COUNTIES) expect(page).toContain(`/public/counties/${code}`)
      expect(page).not.toMatch(/class="number"/)
    }
  })

  it('tells the number to text where there is one, and none else', async () => {
    const pageOf = async (of: Services) => (await createApp(of).request(`/public/counties/${COUNTY}`)).text()
    const twilio = { ...services.settings.twilio, from: '+8612900000000' }
    expect(await pageOf(services)).not.toContain('sms:')
    const texted = await pageOf({ ...services, settings: { ...services.settings, twilio } })
    expect(texted).toContain('href="sms:+8612900000000"')
  })

  it.each(['/public/counties/610102', '/public/counties/62', '/public/counties/abc'])(
    'has no page at %s',
    async (path) => {
      expect((await createApp(services).request(path)).status).toBe(404)
    },
  )

  it('names nobody', async () => {
    await enter(SMALLEST_GROUP, 'secondary-vocational-grant', 'paid')
    const page = await (await createApp(services).request(`/public/counties/${COUNTY}`)).text()
    expect(page).not.toMatch(/苏|1290000|household/)
  })
})
