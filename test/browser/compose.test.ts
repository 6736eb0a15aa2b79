import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { smsEncoding, smsLength, smsRoom } from '../../src/broadcasts/texts/sms-length.ts'
import { LANGUAGES, type Language, textsIn } from '../../src/i18n/texts.ts'
import { type Program, startProgram } from '../process/program.ts'
import { seriousFaults } from './axe.ts'
import { openBrowser, PHONE, SLOW_MACHINE_MS, visit } from './browser.ts'

const ARTEFACTS = new URL('../artefacts/', import.meta.url).pathname
const TEXTS = {
  zh: '{{county}}：{{child}}可以申请{{programme}}，每学年{{sum}}元。请带户口本到学校办理……不想再收，回复“{{stop}}”。',
  bo: 'འབྲིང་རིམ་ལས་རིགས་སློབ་གྲྭའི་སློབ་ཡོན་གྱི་རོགས་དངུལ་ཞུ་ཆོག ཁྱིམ་ཐོ་ཁྱེར་ནས་སློབ་གྲྭར་རེ་ཞུ་བྱེད་རོགས།',
} as const

let folder: string
let program: Program
let browser: Browser

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'huixue-compose-'))
  program = await startProgram('start', {
    DEMO: '1',
    DATABASE_PATH: join(folder, 'huixue.db'),
    SMS_PRICE: '0.05 CNY',
  })
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  await program?.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function openForm(page: Page, language: Language): Promise<void> {
  await page.locator('[name=username]').fill('operator')
  await page.locator('[name=password]').fill('huixue-operator')
  await page.locator('form[action="/console/sign-in"] button[type=submit]').click()
  await page.waitForURL(/\/console$/)
  const other = page.locator(`button[name=language][value="${language}"]`)
  if ((await other.count()) > 0) await other.click()
  await page.goto(`${program.url}/console/broadcasts/new`)
}

describe.each(LANGUAGES)('a broadcast being written at the desk in %s', (language) => {
  const say = textsIn(language)

  it('is counted as it is typed, as the server counts it, and shown on a telephone', async () => {
    const { page, complaints, close } = await visit(browser, `${program.url}/console/sign-in`)
    await openForm(page, language)
    const counted = page.locator('#zh-counted .counted')
    const figures = (text: string) => {
      const { segments } = smsLength(text)
      const room = smsRoom(smsEncoding(text), segments)
      return say('console:draft.count', { units: text.length, room, segments })
    }
    const zh = page.locator('textarea[name=zh]')
    let written = ''
    for (const typed of ['Hello', `, ${'a'.repeat(90)}`, '“', '中'.repeat(80)]) {
      await zh.pressSequentially(typed)
      written += typed
      await expect.poll(() => counted.textContent(), { timeout: SLOW_MACHINE_MS }).toContain(figures(written))
    }
    await page.locator('select[name=programme]').selectOption('secondary-vocational-grant')
    await zh.fill(TEXTS.zh)
    await page.locator('textarea[name=bo]').fill(TEXTS.bo)
    const shown = page.locator('.telephone p')
    await expect.poll(() => shown.allTextContents(), { timeout: SLOW_MACHINE_MS }).toHaveLength(2)
    expect((await shown.allTextContents()).join()).toContain('中职助学金')
    await page.screenshot({ path: join(ARTEFACTS, `compose-${language}.png`), fullPage: true })
    expect(await seriousFaults(page)).toEqual([])

    // What leaves nothing open is counted alike before and after; else the longest message is shown with its own figures.
    const live = await page.locator('#bo-counted .counted').textContent()
    await page.locator('input[name=name]').fill('x')
    await page.locator('button[name=do][value=count]').click()
    await page.locator('.estimate').waitFor()
    expect(await page.evaluate(() => window.scrollY), 'the figures are come to').toBeGreaterThan(0)
    expect(await page.locator('#bo-counted .counted').textContent()).toBe(live)
    const longest = (await page.locator('#zh-shown p').textContent()) ?? ''
    expect(longest).not.toBe('')
    expect(await counted.textContent()).toContain(figures(longest))
    await page.setViewportSize(PHONE)
    const beyond = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(beyond).toBeLessThanOrEqual(0)
    await page.screenshot({ path: join(ARTEFACTS, `compose-${language}-phone.png`), fullPage: true })
    expect(complaints).toEqual([])
    await close()
  })
})
