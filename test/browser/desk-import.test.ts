import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LANGUAGES } from '../../src/i18n/texts.ts'
import { type Program, runScript, startProgram } from '../process/program.ts'
import { openBrowser, visit } from './browser.ts'

const ARTEFACTS = new URL('../artefacts/', import.meta.url).pathname
const HOUSEHOLDS = '1500'
const STRANGE_HEADER = '户主及家庭成员的姓名一栏'
const SMALL_PHONE = { width: 360, height: 740 }

const folder = mkdtempSync(join(tmpdir(), 'huixue-desk-'))
const file = join(folder, 'register.csv')
let browser: Browser

beforeAll(async () => {
  await runScript(['register:sample', '--', '--households', HOUSEHOLDS, '--seed', '7', '--out', file], {})
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true, force: true })
})

async function signIn(page: Page): Promise<void> {
  await page.locator('[name=username]').fill('operator')
  await page.locator('[name=password]').fill('huixue-operator')
  await page.locator('form[action="/console/sign-in"] button[type=submit]').click()
}

/** Waits until nothing is under way: the page comes again by itself, without a script. */
async function settled(page: Page): Promise<void> {
  await page.locator('dl.counts').waitFor()
}

function count(page: Page, name: string): Promise<string | null> {
  return page.locator('dl.counts div', { hasText: name }).locator('dd').first().textContent()
}

describe.each(['start', 'worker'] as const)(
  'a register at the desk of `npm run %s`, without scripts',
  (script) => {
    let program: Program
    beforeAll(async () => {
      program = await startProgram(script, { DEMO: '1', DATABASE_PATH: join(folder, script, 'huixue.db') })
    })
    afterAll(async () => {
      await program?.stop()
    })

    it('is handed in, looked at, applied, and taken back', async () => {
      const { page, complaints, close } = await visit(browser, `${program.url}/console/sign-in`, {
        javaScriptEnabled: false,
      })
      await signIn(page)
      await page.getByRole('link', { name: '导入' }).click()
      const form = page.locator('form:has([value=register])')
      await form.locator('[type=file]').setInputFiles(file)
      await form.getByRole('button', { name: '先看看会改什么' }).click()
      await settled(page)
      const added = await count(page, '新增')
      expect(Number(added?.replaceAll(',', ''))).toBeGreaterThan(5000)
      expect(Number(await count(page, '不收的行'))).toBeGreaterThan(10)
      await page.screenshot({ path: `${ARTEFACTS}desk-import-${script}.png`, fullPage: true })

      await page.getByRole('button', { name: '确认导入' }).click()
      await page.getByText('导入改了这些').waitFor()
      expect(await count(page, '新增')).toBe(added)
      await page.getByRole('link', { name: '一行一行看' }).first().click()
      await page.locator('tbody tr').nth(10).waitFor()
      await page.goBack()

      await page.locator('summary', { hasText: '撤回这次导入' }).click()
      await page.locator('form[action$="/undo"] button').click()
      await page.locator('dl.facts', { hasText: '撤回了' }).waitFor()
      expect(complaints).toEqual([])
      await close()
    })

    it.each(LANGUAGES)('has its columns put right on a small telephone in %s', async (language) => {
      const { page, close } = await visit(browser, `${program.url}/console/sign-in`, {
        javaScriptEnabled: false,
        viewport: SMALL_PHONE,
      })
      await signIn(page)
      await page.goto(`${program.url}/console/account`)
      await page.locator('.to-menu').click()
      const other = page.locator(`button[name=language][value="${language}"]`)
      if ((await other.count()) > 0) await other.click()
      await page.locator(`html[lang="${language}"]`).waitFor({ state: 'attached' })
      await page.goto(`${program.url}/console/imports`)
      const form = page.locator('form:has([value=register])')
      const buffer = Buffer.from(readFileSync(file, 'utf8').replace('姓名', STRANGE_HEADER))
      await form.locator('[type=file]').setInputFiles({ name: 'strange.csv', mimeType: 'text/csv', buffer })
      await form.locator('button').click()
      await page.locator('.mapping select').first().waitFor()
      const box = await page.locator('main').boundingBox()
      for (const select of await page.locator('.mapping label').all()) {
        const { x = 0, width = Infinity } = (await select.boundingBox()) ?? {}
        expect(x + width).toBeLessThanOrEqual(box?.width ?? 0)
      }
      await close()
    })
  },
)
