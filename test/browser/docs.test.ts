import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Program, startProgram } from '../process/program.ts'
import { seriousFaults } from './axe.ts'
import { openBrowser, visit } from './browser.ts'

let folder: string
let program: Program
let browser: Browser

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'huixue-docs-'))
  program = await startProgram('start', { DEMO: '1', DATABASE_PATH: join(folder, 'huixue.db') })
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  await program?.stop()
  rmSync(folder, { recursive: true, force: true })
})

describe('the page of the API', () => {
  it('shows every operation, from files of ours alone, under its own content policy', async () => {
    const { page, complaints, fetched, close } = await visit(browser, `${program.url}/docs`)
    await page.locator('.opblock').first().waitFor()
    const shown = await page.locator('.opblock-summary-path').allTextContents()
    const paths = shown.map((path) => path.replaceAll('\u200b', ''))
    expect(paths).toEqual(
      expect.arrayContaining(['/api/v1/determinations', '/api/v1/understanding', '/api/v1/programmes']),
    )
    expect(fetched.length).toBeGreaterThan(3)
    expect(fetched.filter(({ url }) => !url.startsWith(program.url) && !url.startsWith('data:'))).toEqual([])
    expect(complaints).toEqual([])
    await close()
  })

  it('can be read: nothing of it is too pale, opened or closed', async () => {
    const { page, close } = await visit(browser, `${program.url}/docs`)
    await page.locator('.opblock').first().waitFor()
    await page.locator('.opblock-post .opblock-summary-control').first().click()
    await page.locator('.opblock-body .microlight').first().waitFor()
    // What the library's own fields lack in names is not ours to write.
    expect((await seriousFaults(page)).filter((fault) => fault.startsWith('color-contrast'))).toEqual([])
    await close()
  })

  it('tries a request and shows its answer', async () => {
    const { page, complaints, close } = await visit(browser, `${program.url}/docs`)
    const operation = page.locator('.opblock', { hasText: '/api/v1/understanding' })
    await operation.locator('.opblock-summary').click()
    await operation.locator('textarea').fill('{"text": "娃娃上幼儿园能免多少钱"}')
    await operation.getByRole('button', { name: 'Execute' }).click()
    const answer = operation.locator('.live-responses-table').first()
    await answer.locator('.microlight').first().waitFor()
    expect(await answer.textContent()).toContain('"topic": "kindergarten"')
    expect(complaints).toEqual([])
    await close()
  })
})
