import { openTestStore, PLATFORM } from '#platform'
import { beforeEach, describe, expect, it } from 'vitest'
import { createApp } from '../../src/app.ts'
import { textsIn } from '../../src/i18n/texts.ts'
import type { Services } from '../../src/services.ts'
import { PROVINCE } from '../../src/staff/area.ts'
import { member, PASSWORD } from './desk.ts'
import { testServices } from './services.ts'

const BROWSER = 'text/html,application/xhtml+xml,*/*;q=0.8'
const FAULTS = [
  ['/console/staff', 403, 'console:fault.forbidden'],
  ['/console/understanding', 403, 'console:fault.forbidden'],
  ['/console/nowhere', 404, 'console:not-found.title'],
] as const

let services: Services
let cookie: string

async function ask(path: string, accept: string, language = ''): Promise<Response> {
  const spoken = language === '' ? '' : `; huixue.language=${language}`
  return createApp(services).request(path, { headers: { accept, cookie: cookie + spoken } })
}

describe(`a fault at the desk on ${PLATFORM}`, () => {
  beforeEach(async () => {
    services = await testServices(await openTestStore())
    await member(services, 'inspector', 'inspector', PROVINCE)
    const entered = await createApp(services).request('/console/sign-in', {
      method: 'POST',
      body: new URLSearchParams({ username: 'inspector', password: PASSWORD }).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
    cookie = entered.headers
      .getSetCookie()
      .map((set) => set.split(';')[0] ?? '')
      .join('; ')
  })

  it.each(FAULTS)('is a page with a way on to who reads %s in a browser', async (path, status, title) => {
    for (const language of ['zh-CN', 'bo'] as const) {
      const told = await ask(path, BROWSER, language)
      expect(told.status).toBe(status)
      expect(told.headers.get('content-type')).toContain('text/html')
      expect(told.headers.get('content-security-policy')).toContain("default-src 'none'")
      const page = await told.text()
      expect(page).toContain(textsIn(language)(title))
      expect(page).toContain('href="/console"')
    }
  })

  it.each(FAULTS)('is a problem to a program that asks for %s', async (path, status) => {
    const told = await ask(path, 'application/json')
    expect(told.status).toBe(status)
    expect(told.headers.get('content-type')).toContain('application/problem+json')
  })
})
