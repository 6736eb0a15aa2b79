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
    const files = await fetched()
    expect(files.length).toBeGreaterThan(3)
    expect(files.filter(({ url }) => !url.startsWith(program.url) && !url.startsWith('data:'))).toEqual([])
    expect(complaints).toEqual([])
    await close()
  })

  it('can be read and worked by whoever sees little or has no mouse: every field has a name, nothing is too pale', async () => {
    const { page, close } = await visit(browser, `${program.url}/docs`)
    await page.locator('.opblock').first().waitFor()
    expect(await seriousFaults(page)).toEqual([])
    for (const path of ['determinations', 'programmes', 'ledger'])
      await page
        .locator('.opblock', { hasText: `/api/v1/${path}` })
        .first()
        .locator('.opblock-summary-control')
        .click()
    await page.locator('.opblock-body .microlight').last().waitFor()
    expect(await seriousFaults(page)).toEqual([])
    const language = page.locator('.opblock', { hasText: '/api/v1/programmes' }).first()
    await language.getByRole('combobox', { name: 'language' }).waitFor()
    await close()
  })

  it('tries a request and shows its answer', async () => {
    const { page, complaints, close } = await visit(browser, `${program.url}/docs`)
    const operation = page.locator('.opblock', { hasText: '/api/v1/understanding' })
    await operation.locator('.opblock-summary').click()
    await operation.locator('textarea').fill('{"text": "娃娃上幼儿园能免多少钱"}')
    await operation.getByRole('button', { name: 'Execute' }).click()
    const answer = operation.locator('.live-responses-table').first()
    await answer.filter({ hasText: '"topic": "kindergarten"' }).waitFor()
    expect(complaints).toEqual([])
    await close()
  })
})
