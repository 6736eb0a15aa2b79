import { beforeEach, describe, expect, it } from 'vitest'
import { openTestStore, PLATFORM } from '#platform'
import type { Services } from '../../src/services.ts'
import { PROVINCE } from '../../src/staff/area.ts'
import { statement } from '../../src/storage/store.ts'
import { type Browser, signedInAs } from './desk.ts'
import { importFamilies, telephoneOf } from './families.ts'
import { testServices } from './services.ts'

let services: Services
let clerk: Browser

beforeEach(async () => {
  services = await testServices(await openTestStore())
  await importFamilies(services, [{}])
  clerk = await signedInAs(services, 'clerk', 'operator', PROVINCE)
})

async function householdPage(): Promise<string> {
  const [row] = await services.store.rows<{ id: string }>('select id from households')
  return (await clerk.get(`/console/households/${row?.id ?? ''}`)).text()
}

describe(`a household at the desk on ${PLATFORM}`, () => {
  it('shows what each child is owed, with its clause, and that nothing came of it yet', async () => {
    const page = await householdPage()
    for (const part of [
      '该享受的',
      '中职助学金每学年2000元（二(一)·6）',
      '2026–2027学年办到哪一步',
      '还没有申请',
    ])
      expect(page).toContain(part)
  })

  it('shows how far it has come once the ledger knows', async () => {
    await services.store.atomically([
      statement(
        `insert into ledger (person_id, programme, school_year, state, paid_on, paid_amount)
          select id, 'secondary-vocational-grant', 2026, 'paid', '2026-11-07', 200000
          from persons where stage = 'secondary-vocational'`,
        [],
      ),
    ])
    const page = await householdPage()
    expect(page).toMatch(/已发放 <time>2026-11-07<\/time> ¥2,000/)
  })

  it('puts apart what a trade alone would settle', async () => {
    expect(await householdPage()).toMatch(/没有登记职业，还不能定的：\d 项/)
  })

  it('is found by its telephone, and what was looked for stays in the field and out of the address', async () => {
    const words = telephoneOf(0).slice('+86'.length)
    const found = await clerk.post('/console/households', { words })
    const page = await found.text()
    expect(page).toContain(`value="${words}"`)
    expect(page).toContain('/console/households/')
  })
})

describe(`a long list at the desk on ${PLATFORM}`, () => {
  it('tells which lines of how many it shows, leads on, and back to its beginning', async () => {
    await importFamilies(
      services,
      Array.from({ length: 30 }, () => ({})),
    )
    const first = await (await clerk.get('/console/ledger/persons')).text()
    expect(first).toContain('第1–50条，共60条')
    const [, next = ''] = /class="button" href="([^"]*seen=50)"/.exec(first) ?? []
    const second = await (await clerk.get(next.replaceAll('&amp;', '&'))).text()
    expect(second).toContain('第51–60条，共60条')
    expect(second).toMatch(/<a href="\/console\/ledger\/persons\?[^"]*">回到开头/)
  })
})
