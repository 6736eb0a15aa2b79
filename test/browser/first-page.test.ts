import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Language } from '../../src/i18n/texts.ts'
import { type Program, startProgram } from '../process/program.ts'
import { DESK, type Fetched, hasTibetanFont, openBrowser, SLOW_MACHINE_MS } from './browser.ts'

/** Over the line: bodies as they were sent, and headers. */
const MOST_BYTES = 100 * 1024

let folder: string
let browser: Browser

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'huixue-first-'))
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true, force: true })
})

describe.each(['start', 'worker'] as const)('the first page of `npm run %s`', (script) => {
  let program: Program

  beforeAll(async () => {
    program = await startProgram(script, { DEMO: '1', DATABASE_PATH: join(folder, script, 'huixue.db') })
  })
  afterAll(async () => {
    await program?.stop()
  })

  const cases = (['zh-CN', 'bo'] as const).flatMap((language) => [
    { name: 'the sign-in', language, path: '/console/sign-in', isInside: false },
    { name: 'the overview', language, path: '/console', isInside: true },
    {
      name: "a county's public page",
      language,
      path: `/public/counties/621223?language=${language}`,
      isInside: false,
    },
  ])

  it.each(cases)(
    'that is $name comes whole in $language, small, from here alone, under a strict policy',
    async (one) => {
      const context = await prepared(one.language, one.isInside)
      const { fetched, complaints, policy, language, hasFont } = await firstVisit(context, one.path)
      expect(language).toBe(one.language)
      expect(hasFont).toBe(true)
      expect(fetched.filter(({ url }) => !url.startsWith(program.url))).toEqual([])
      expect(complaints).toEqual([])
      expect(policy).toContain("default-src 'none'")
      expect(policy).not.toMatch(/unsafe|https?:|\*|data:/)
      const bytes = fetched.reduce((sum, { bytes }) => sum + bytes, 0)
      expect(bytes).toBeGreaterThan(1000)
      expect(bytes, JSON.stringify(fetched)).toBeLessThan(MOST_BYTES)
      await context.close()
    },
  )

  /** A profile that speaks a language and perhaps is signed in, but has nothing of ours in its cache. */
  async function prepared(language: Language, isInside: boolean): Promise<BrowserContext> {
    const before = await browser.newContext({ viewport: DESK })
    before.setDefaultTimeout(SLOW_MACHINE_MS)
    const page = await before.newPage()
    await page.goto(`${program.url}/console/sign-in`)
    if (isInside) await signIn(page)
    const button = page.locator(`button[name=language][value="${language}"]`)
    if ((await button.count()) > 0) await button.first().click()
    await page.locator(`html[lang="${language}"]`).waitFor({ state: 'attached' })
    const storageState = await before.storageState()
    await before.close()
    const context = await browser.newContext({ viewport: DESK, storageState })
    context.setDefaultTimeout(SLOW_MACHINE_MS)
    return context
  }

  async function signIn(page: Page): Promise<void> {
    await page.locator('input[name=username]').fill('admin')
    await page.locator('input[name=password]').fill('huixue-admin')
    await page.locator('form[action="/console/sign-in"] button[type=submit]').click()
    await page.waitForURL(/\/console$/)
  }

  async function firstVisit(context: BrowserContext, path: string) {
    const page = await context.newPage()
    const complaints: string[] = []
    const sizes: Promise<Fetched>[] = []
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('requestfinished', (request) => {
      const sized = request.sizes()
      sizes.push(
        sized.then(({ responseBodySize, responseHeadersSize }) => ({
          url: request.url(),
          bytes: responseBodySize + responseHeadersSize,
        })),
      )
    })
    const response = await page.goto(`${program.url}${path}`, { waitUntil: 'networkidle' })
    const hasFont = await hasTibetanFont(page)
    return {
      fetched: await Promise.all(sizes),
      complaints,
      policy: response?.headers()['content-security-policy'] ?? '',
      language: await page.locator('html').getAttribute('lang'),
      hasFont,
    }
  }
})
