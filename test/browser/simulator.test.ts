import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Program, startProgram } from '../process/program.ts'
import { DESK, hasTibetanFont, openBrowser, PHONE, visit } from './browser.ts'

const ARTEFACTS = new URL('../artefacts/', import.meta.url).pathname
const QUESTION = '娃娃上幼儿园能免多少钱'
const QUESTION_BO = 'བྱིས་པའི་གླིང་ལ་དངུལ་ག་ཚོད་ཆག་གི་རེད།'

let folder: string
let program: Program
let browser: Browser

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'huixue-browser-'))
  program = await startProgram('start', {
    DEMO: '1',
    DATABASE_PATH: join(folder, 'huixue.db'),
    CONTACT_RATE: '1000',
  })
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  await program?.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function write(page: Page, text: string): Promise<void> {
  await page.locator('#text').fill(text)
  await page.locator('#text').press('Enter')
}

describe('the demo telephone in a browser', () => {
  it('answers the mother of a kindergarten child with the sum, and counts the segments', async () => {
    const { page, complaints, close } = await visit(browser, program.url)
    await page.getByRole('link', { name: '孩子上幼儿园' }).click()
    const { promise: seen, resolve: sees } = Promise.withResolvers<void>()
    await page.route('**/simulator/messages', async (route) => {
      await seen
      await route.continue()
    })
    await write(page, QUESTION)
    await page.locator('.typing').waitFor()
    sees()
    const answer = page.locator('.reply', { hasText: '张小雨' }).first()
    expect(await answer.locator('.words').textContent()).toContain('1000')
    expect(await answer.locator('small').textContent()).toMatch(/^\d 条短信 · UCS-2$/)
    expect(await page.locator('.typing').count()).toBe(0)
    expect(await page.locator('#text').inputValue()).toBe('')
    expect(complaints).toEqual([])
    await close()
  })

  it('answers herders in Tibetan, in a font of ours', async () => {
    const { page, complaints, fetched, close } = await visit(browser, `${program.url}/?lang=bo`)
    await page.locator('a[href*="herders"]').click()
    await page.getByRole('button', { name: QUESTION_BO }).click()
    const answer = page.locator('.reply .words[lang="bo"]').first()
    expect(await answer.textContent()).toMatch(/[\u0f40-\u0f6c][\s\S]*1000/)
    expect(await hasTibetanFont(page)).toBe(true)
    expect((await fetched()).some(({ url }) => url.endsWith('tibetan-everyday.woff2'))).toBe(true)
    expect(complaints).toEqual([])
    await close()
  })

  it('sets Tibetan in lines that end at a tsheg or a shad', async () => {
    const { page, close } = await visit(browser, `${program.url}/?lang=bo`)
    const ends = await page.locator('.about > p').evaluate(lineEnds)
    expect(ends.length).toBeGreaterThan(1)
    for (const end of ends) expect(end).toMatch(/[་། ]$/)
    await close()
  })

  it('has one heading to hear, on a narrow screen too', async () => {
    for (const viewport of [PHONE, DESK]) {
      const { page, close } = await visit(browser, `${program.url}/?persona=lifted`, { viewport })
      expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1)
      await close()
    }
  })

  it('works without scripts', async () => {
    const { page, close } = await visit(browser, `${program.url}/?persona=lifted`, {
      javaScriptEnabled: false,
    })
    await page.locator('#text').fill(QUESTION)
    await page.getByRole('button', { name: '发送' }).click()
    expect(await page.locator('.sent').textContent()).toContain(QUESTION)
    expect(await page.locator('.reply').first().textContent()).toContain('赵晨')
    await page.getByRole('button', { name: '清空重来' }).click()
    await page.locator('.sent').waitFor({ state: 'detached' })
    await close()
  })

  it('answers texts sent in haste in their order', async () => {
    const { page, close } = await visit(browser, `${program.url}/?persona=stranger`)
    await write(page, '你好')
    await write(page, '谢谢')
    await page.locator('.reply', { hasText: '不客气' }).waitFor()
    expect(await page.locator('.sent .words').allTextContents()).toEqual(['你好', '谢谢'])
    const replies = await page.locator('.reply .words').allTextContents()
    expect(replies.map((reply) => /不客气/.test(reply))).toEqual([false, true])
    await close()
  })

  it('says that a text did not leave, and gives it back', async () => {
    const { page, close } = await visit(browser, `${program.url}/?persona=vocational`)
    await page.route('**/simulator/messages', (route) => route.abort())
    await write(page, QUESTION)
    await page.getByText('没有发出去').waitFor()
    expect(await page.locator('#text').inputValue()).toBe(QUESTION)
    await close()
  })

  it('on a narrow screen shows the households, then the telephone whole', async () => {
    const { page, close } = await visit(browser, program.url, { viewport: PHONE })
    expect(await page.locator('.phone').isVisible()).toBe(false)
    await page.getByRole('link', { name: '孩子读中职' }).click()
    await page.locator('.phone').waitFor()
    expect(await page.locator('.phone').boundingBox()).toEqual({ x: 0, y: 0, ...PHONE })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width)
    await page.getByRole('link', { name: '换一部手机' }).click()
    await page.locator('.chooser').waitFor()
    await close()
  })

  it('weighs under 100 KiB without its font, all of it ours', async () => {
    const { fetched, close } = await visit(browser, program.url)
    const files = await fetched()
    const bytes = files
      .filter(({ url }) => !url.endsWith('.woff2'))
      .reduce((sum, file) => sum + file.bytes, 0)
    expect(bytes).toBeGreaterThan(0)
    expect(bytes).toBeLessThan(100 * 1024)
    expect(files.every(({ url }) => url.startsWith(program.url))).toBe(true)
    await close()
  })

  it.each([
    ['phone', 'light', PHONE],
    ['phone', 'dark', PHONE],
    ['desk', 'light', DESK],
    ['desk', 'dark', DESK],
  ] as const)('is pictured on a %s, %s', async (name, colorScheme, viewport) => {
    for (const [persona, language, question] of [
      ['kindergarten', 'zh-CN', QUESTION],
      ['herders', 'bo', QUESTION_BO],
    ] as const) {
      const { page, close } = await visit(browser, `${program.url}/?lang=${language}`, {
        colorScheme,
        viewport,
      })
      await page.screenshot({
        path: join(ARTEFACTS, `chooser-${language}-${name}-${colorScheme}.png`),
        fullPage: true,
      })
      await page.goto(`${program.url}/?persona=${persona}&lang=${language}`)
      await write(page, question)
      await page.locator('.typing').waitFor({ state: 'detached' })
      expect(await page.locator('.reply').count()).toBeGreaterThan(0)
      await page.screenshot({ path: join(ARTEFACTS, `telephone-${language}-${name}-${colorScheme}.png`) })
      await close()
    }
  })
})

/** The last character of every line but the last, as the browser broke the paragraph. Runs in the page. */
function lineEnds(paragraph: HTMLElement | SVGElement): readonly string[] {
  const text = paragraph.firstChild
  const ends: string[] = []
  let bottom: number | undefined
  const words = text?.textContent ?? ''
  const range = document.createRange()
  for (let at = 0; text !== null && at < words.length; at++) {
    range.setStart(text, at)
    range.setEnd(text, at + 1)
    const box = range.getClientRects()[0]
    if (box === undefined || box.width === 0) continue
    if (bottom !== undefined && box.top > bottom) ends.push(words.slice(0, at))
    bottom = box.bottom
  }
  return ends.map((head) => head.slice(-1))
}
