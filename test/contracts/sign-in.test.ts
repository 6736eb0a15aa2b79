import { beforeEach, describe, expect, it } from 'vitest'
import { openTestStore, PLATFORM } from '#platform'
import { createApp } from '../../src/app.ts'
import { invite } from '../../src/console/sign-in/invites.ts'
import { setDisabled } from '../../src/console/staff/members.ts'
import type { Services } from '../../src/services.ts'
import { PROVINCE } from '../../src/staff/area.ts'
import { browserAt, member, PASSWORD, signedInAs, totp } from './desk.ts'
import { testServices } from './services.ts'

const COUNTY = { code: '621223', township: null }
const ADMIN = { name: 'admin', role: 'province-administrator', area: PROVINCE } as const

const SIGN_IN_FIRST = '/console/sign-in?back=%2Fconsole%2Faccount'

let services: Services & { readonly moveClock: (milliseconds: number) => void }

beforeEach(async () => {
  services = await testServices(await openTestStore(), {
    DEMO: '0',
    DATA_KEY: 'CQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQk=',
  })
})

describe(`the sign-in on ${PLATFORM}`, () => {
  it('shows nobody a page of the console', async () => {
    const response = await browserAt(createApp(services)).get('/console')
    expect([response.status, response.headers.get('location')]).toEqual([303, '/console/sign-in'])
  })

  it('leads back to the page that was asked for, and says why it is in between', async () => {
    const demo = await testServices(await openTestStore(), { DEMO: '1' })
    await member(demo, 'wang.fang', 'operator', PROVINCE)
    const browser = browserAt(createApp(demo))
    const asked = await browser.get('/console/cases?state=all')
    const at = asked.headers.get('location') ?? ''
    expect(at).toBe('/console/sign-in?back=%2Fconsole%2Fcases%3Fstate%3Dall')
    const page = await (await browser.get(at)).text()
    expect(page).toContain('请先登录')
    const [, back = ''] =
      /action="\/console\/sign-in"[^>]*><input[^>]*name="back" value="([^"]*)"/.exec(page) ?? []
    const wrong = await browser.post('/console/sign-in', { username: 'wang.fang', password: 'no', back })
    expect(await wrong.text()).toContain(`name="back" value="${back}"`)
    const entered = await browser.post('/console/sign-in', {
      username: 'wang.fang',
      password: PASSWORD,
      back,
    })
    expect(entered.headers.get('location')).toBe('/console/cases?state=all')
  })

  it.each(['https://elsewhere.example', '//elsewhere.example', '/api', '/console/../api'])(
    'leads nobody on to %s',
    async (back) => {
      const demo = await testServices(await openTestStore(), { DEMO: '1' })
      await member(demo, 'wang.fang', 'operator', PROVINCE)
      const browser = browserAt(createApp(demo))
      const entered = await browser.post('/console/sign-in', {
        username: 'wang.fang',
        password: PASSWORD,
        back,
      })
      expect(entered.headers.get('location')).toBe('/console')
    },
  )

  it('refuses a wrong password and an unknown name alike', async () => {
    await member(services, 'li.juan', 'operator', COUNTY)
    const browser = browserAt(createApp(services))
    const wrong = await browser.post('/console/sign-in', { username: 'li.juan', password: 'not this one' })
    const unknown = await browser.post('/console/sign-in', { username: 'nobody', password: 'not this one' })
    expect([wrong.status, unknown.status]).toEqual([401, 401])
    // Each is shown what it wrote.
    expect((await wrong.text()).replace('li.juan', '')).toBe((await unknown.text()).replace('nobody', ''))
  })

  it('locks a name after a few wrong passwords, also for the right one, and for a while alone', async () => {
    await member(services, 'li.juan', 'operator', COUNTY)
    const browser = browserAt(createApp(services))
    const attempt = (password: string) => browser.post('/console/sign-in', { username: 'li.juan', password })
    for (let time = 0; time < 8; time++) expect((await attempt('not this one')).status).toBe(401)
    expect((await attempt(PASSWORD)).status).toBe(429)
    services.moveClock(16 * 60_000)
    expect((await attempt(PASSWORD)).status).toBe(303)
  })

  it('lets nobody past their account without a second factor', async () => {
    const browser = await signedInAs(services, 'li.juan', 'operator', COUNTY)
    const response = await browser.get('/console/cases')
    expect([response.status, response.headers.get('location')]).toEqual([303, '/console/account'])
  })

  it('asks for the second factor once it is set up, and takes each backup code once', async () => {
    const browser = await signedInAs(services, 'li.juan', 'operator', COUNTY)
    const page = await (await browser.post('/console/account/second-factor', { password: PASSWORD })).text()
    const [secret = '', ...codes] = [...page.matchAll(/<code[^>]*>([^<]+)<\/code>/g)].map(
      ([, code]) => code ?? '',
    )
    expect((await browser.post('/console/account/second-factor/confirm', { code: '000000' })).status).toBe(
      422,
    )
    await browser.post('/console/account/second-factor/confirm', { code: await totp(secret) })
    expect((await browser.get('/console')).status).toBe(200)

    const app = createApp(services)
    const enter = async (code: string) => {
      const again = browserAt(app)
      const first = await again.post('/console/sign-in', { username: 'li.juan', password: PASSWORD })
      expect(first.headers.get('location')).toBe('/console/sign-in/code')
      expect((await again.get('/console')).status).toBe(303)
      await again.post('/console/sign-in/code', { code })
      return (await again.get('/console')).status
    }
    expect(await enter('123456')).toBe(303)
    expect(await enter(codes[0] ?? '')).toBe(200)
    expect(await enter(codes[0] ?? '')).toBe(303)
  })

  it('counts no wrong password from before a right one', async () => {
    const browser = await signedInAs(services, 'li.juan', 'operator', COUNTY)
    const page = await (await browser.post('/console/account/second-factor', { password: PASSWORD })).text()
    const [secret = ''] = [...page.matchAll(/<code[^>]*>([^<]+)<\/code>/g)].map(([, code]) => code ?? '')
    await browser.post('/console/account/second-factor/confirm', { code: await totp(secret) })
    const attempt = (password: string) =>
      browserAt(createApp(services)).post('/console/sign-in', { username: 'li.juan', password })
    for (const _round of [1, 2]) {
      for (let time = 0; time < 5; time++) expect((await attempt('not this one')).status).toBe(401)
      expect((await attempt(PASSWORD)).headers.get('location')).toBe('/console/sign-in/code')
      services.moveClock(60_000)
    }
  })

  it('ends every session of who is shut out', async () => {
    const browser = await signedInAs(services, 'li.juan', 'operator', COUNTY)
    expect((await browser.get('/console/account')).status).toBe(200)
    const [row] = await services.store.rows<{ id: string }>('select id from staff_users')
    expect(await setDisabled(services, ADMIN, row?.id ?? '', true)).toBe(true)
    expect((await browser.get('/console/account')).headers.get('location')).toBe(SIGN_IN_FIRST)
    await browser.post('/console/sign-in', { username: 'li.juan', password: PASSWORD })
    expect((await browser.get('/console/account')).headers.get('location')).toBe(SIGN_IN_FIRST)
  })

  it('ends a session by signing out', async () => {
    const browser = await signedInAs(services, 'li.juan', 'operator', COUNTY)
    await browser.post('/console/sign-out')
    expect((await browser.get('/console/account')).headers.get('location')).toBe(SIGN_IN_FIRST)
  })
})

describe(`an invitation on ${PLATFORM}`, () => {
  const LI = { username: 'li.juan', name: '李娟', role: 'operator', area: COUNTY } as const

  it('lets in once who holds it', async () => {
    const made = await invite(services, ADMIN, LI)
    if (!made.ok) throw new Error(made.fault.code)
    const browser = browserAt(createApp(services))
    const link = `/console/invite/${made.value}`
    expect(await (await browser.get(link)).text()).toContain('李娟')
    expect((await browser.post(link, { password: 'short' })).status).toBe(422)
    expect((await browser.post(link, { password: PASSWORD })).status).toBe(303)
    expect((await browser.post(link, { password: PASSWORD })).status).toBe(404)
    const entered = await browser.post('/console/sign-in', { username: 'li.juan', password: PASSWORD })
    expect(entered.status).toBe(303)
  })

  it('lets in nobody under a name that another link has made its own', async () => {
    const links = [await invite(services, ADMIN, LI), await invite(services, ADMIN, LI)].map(
      (made) => `/console/invite/${made.ok ? made.value : ''}`,
    )
    const browser = browserAt(createApp(services))
    const statuses: number[] = []
    for (const link of links) statuses.push((await browser.post(link, { password: PASSWORD })).status)
    expect(statuses).toEqual([303, 404])
    expect(await services.store.rows(`select 1 from audit_entries where action = 'staff.join'`)).toHaveLength(
      1,
    )
  })

  it('is too old after three days', async () => {
    const made = await invite(services, ADMIN, LI)
    services.moveClock(3 * 24 * 3600_000 + 1)
    const link = `/console/invite/${made.ok ? made.value : ''}`
    expect((await browserAt(createApp(services)).get(link)).status).toBe(404)
  })

  it.each([
    ['another county', { ...LI, area: { code: '623025', township: null } }],
    ['the whole province', { ...LI, area: PROVINCE }],
    ['a province administrator', { ...LI, role: 'province-administrator' as const }],
    ['another system', { ...LI, role: 'service' as const }],
  ])("is not a county administrator's to give for %s", async (_, invitation) => {
    const actor = { name: 'county', role: 'county-administrator', area: COUNTY } as const
    expect(await invite(services, actor, invitation)).toMatchObject({ fault: { code: 'forbidden' } })
  })

  it('names each field that is not right', async () => {
    const made = await invite(services, ADMIN, { ...LI, username: 'L', name: ' ' })
    expect(made).toMatchObject({
      fault: { code: 'invalid', fields: [{ path: 'username' }, { path: 'name' }] },
    })
  })
})
