import { beforeEach, describe, expect, it } from 'vitest'
import { openTestStore, PLATFORM } from '#platform'
import { listProposals } from '../../src/amendments/find.ts'
import { listBroadcasts } from '../../src/broadcasts/list.ts'
import type { Services } from '../../src/services.ts'
import { tokenActor } from '../../src/staff/actor.ts'
import { PROVINCE } from '../../src/staff/area.ts'
import { type Browser, signedInAs } from './desk.ts'
import { importFamilies } from './families.ts'
import { testServices } from './services.ts'

const FORM = {
  name: '中职助学金提高',
  from: '2026-12-01',
  citation: '甘教发〔2026〕12号',
  source: '自2026年12月1日起。',
  standings: 'lifted',
  'figure.secondary-vocational-grant-yuan': '3000',
}

const GRANT_ENDS = {
  name: '中职助学金停办',
  from: FORM.from,
  citation: FORM.citation,
  source: FORM.source,
  programme: 'secondary-vocational-grant',
  inForce: 'false',
}

let services: Services

async function proposed(browser: Browser, form: Readonly<Record<string, string>> = FORM): Promise<string> {
  const made = await browser.post('/console/policy', form)
  expect(made.status).toBe(303)
  return made.headers.get('location') ?? ''
}

async function pageAt(browser: Browser, path: string): Promise<string> {
  return (await browser.get(path)).text()
}

describe(`the plan at the desk on ${PLATFORM}`, () => {
  let author: Browser
  let other: Browser

  beforeEach(async () => {
    services = await testServices(await openTestStore())
    await importFamilies(services, [{}, { lifted: true }])
    author = await signedInAs(services, 'author', 'province-administrator', PROVINCE)
    other = await signedInAs(services, 'other', 'province-administrator', PROVINCE)
  })

  it('is told on any day with its conditions, figures and clauses', async () => {
    const page = await pageAt(author, '/console/policy?day=2017-09-01')
    for (const part of [
      '中职助学金每学年多少元',
      '2,000',
      '60,000',
      '>60%<',
      '>2016<',
      '二(一)·6',
      '以下条件都要符合',
      '计划内的县',
    ])
      expect(page).toContain(part)
  })

  it("leads from a household's determination to the rule of that day, and back", async () => {
    const [row] = await services.store.rows<{ id: string }>('select id from households order by id limit 1')
    const household = `/console/households/${row?.id ?? ''}`
    const page = await pageAt(author, `${household}?day=2017-09-01`)
    const [, link = ''] = /href="([^"]*#secondary-vocational-grant)"/.exec(page) ?? []
    const rule = await pageAt(author, link.replaceAll('&amp;', '&').replace(/#.*/, ''))
    expect(rule).toContain('id="secondary-vocational-grant" open=""')
    expect(rule).toContain('value="2017-09-01"')
    expect(rule).toContain(`href="${household}?day=2017-09-01"`)
    const odd = await pageAt(author, '/console/policy?household=https://elsewhere&programme=work-study')
    expect(odd).not.toContain('/console/households/')
  })

  it('is proposed a change to, weighed, approved by another, and told to those whom it moves', async () => {
    const at = await proposed(author)
    const page = await pageAt(author, at)
    for (const part of ['从不能到能', '钱多了', '不符合 → 符合', '等待批准']) expect(page).toContain(part)
    expect(page).toContain('中职助学金每学年多少元: 2,000 → 3,000')
    expect(page).not.toContain('(符合 → 符合)')
    expect(page).not.toContain(`${at}/approve`)
    expect(page).toContain('提出的人自己不能批准')
    expect(await pageAt(other, at)).not.toContain('提出的人自己不能批准')
    expect((await author.post(`${at}/approve`)).status).toBe(422)
    expect((await other.post(`${at}/approve`)).status).toBe(303)
    const approved = await pageAt(other, at)
    expect(approved).toContain('已批准')
    const [, query = ''] = /\/console\/broadcasts\/new\?([^"]*effect=gains[^"]*grant)"/.exec(approved) ?? []
    const compose = await pageAt(other, `/console/broadcasts/new?${query.replaceAll('&amp;', '&')}`)
    expect(compose).toContain('按甘教发〔2026〕12号，从2026年12月1日起，{{child}}能享受{{programme}}')
    const made = await other.post('/console/broadcasts/new', {
      do: 'keep',
      name: 'x',
      county: '62',
      programme: 'secondary-vocational-grant',
      change: at.split('/').at(-1) ?? '',
      effect: 'gains',
      zh: '{{child}}',
      restDays: '7',
    })
    expect(made.status).toBe(303)
    const { broadcasts } = await listBroadcasts(services, tokenActor('test'), { limit: 10 })
    expect(broadcasts[0]?.estimate.size).toBe(1)
  })

  it('ends a programme: proposed, weighed, approved by another, and shown with its day and its decision', async () => {
    const at = await proposed(author, GRANT_ENDS)
    const page = await pageAt(author, at)
    for (const part of ['中职助学金: 停办', '从能到不能', '符合 → 不符合', '等待批准'])
      expect(page).toContain(part)
    expect((await other.post(`${at}/approve`)).status).toBe(303)
    expect(await pageAt(other, '/console/policy?day=2026-11-30')).not.toContain('起停办')
    const book = await pageAt(other, '/console/policy?day=2026-12-01')
    expect(book).toContain('从2026-12-01起停办')
    expect(book).toContain('甘教发〔2026〕12号')
  })

  it('names the programme of which a change says what is so already, and keeps what was chosen', async () => {
    const refused = await author.post('/console/policy', { ...GRANT_ENDS, inForce: 'true' })
    expect(refused.status).toBe(422)
    const page = await refused.text()
    expect(page).toContain('中职助学金：没有改动')
    expect(page).toMatch(/value="secondary-vocational-grant" selected/)
    expect(page).toMatch(/<details open="">/)
  })

  it('tells what is wrong with a change, and keeps what was written', async () => {
    const refused = await author.post('/console/policy', { ...FORM, from: '2014-01-01' })
    expect(refused.status).toBe(422)
    const page = await refused.text()
    expect(page).toContain('没有办成')
    expect(page).toContain('甘教发〔2026〕12号')
    expect((await listProposals(services.store, { state: null, after: null, limit: 1 })).proposals).toEqual(
      [],
    )
  })

  it('is changed by nobody of a county', async () => {
    const at = await proposed(author)
    const county = { code: '621223', township: null }
    const near = await signedInAs(services, 'near', 'county-administrator', county)
    const approver = await signedInAs(services, 'approver', 'approver', county)
    expect((await near.post('/console/policy', { ...FORM, standings: 'both' })).status).toBe(403)
    expect((await near.post(`${at}/approve`)).status).toBe(403)
    expect((await approver.post(`${at}/approve`)).status).toBe(422)
    expect((await approver.post(`${at}/refuse`, { remark: 'x' })).status).toBe(422)
    expect(await pageAt(near, at)).toContain('等待批准')
    expect(await pageAt(near, '/console/policy')).not.toContain('method="post" action="/console/policy"')
  })

  it('is refused with a reason that stands on its page', async () => {
    const at = await proposed(author)
    expect((await other.post(`${at}/refuse`, { remark: ' ' })).status).toBe(422)
    expect((await other.post(`${at}/refuse`, { remark: '文件还没有下发' })).status).toBe(303)
    const page = await pageAt(author, at)
    expect(page).toContain('没有批准')
    expect(page).toContain('文件还没有下发')
  })

  it('is told in Tibetan too', async () => {
    const at = await proposed(author)
    await author.post('/console/account/language', { language: 'bo', back: '/console' })
    for (const path of ['/console/policy', at]) expect(await pageAt(author, path)).toContain('སྲིད་ཇུས')
  })
})
