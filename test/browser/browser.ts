import { existsSync } from 'node:fs'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'

const EXECUTABLES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The machine's own Chromium, without a window. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = EXECUTABLES.find((path) => existsSync(path))
  if (executablePath === undefined) throw new Error('no chromium: apt-get install chromium fonts-noto-cjk')
  return chromium.launch({ executablePath, args: ARGUMENTS })
}

export const PHONE = { width: 390, height: 844 }
export const DESK = { width: 1280, height: 800 }

/** How long to wait for what a page does by itself: nothing takes so long but on a slow machine. */
export const SLOW_MACHINE_MS = 240_000

export type Fetched = { readonly url: string; readonly bytes: number }

export type Visit = {
  readonly page: Page
  /** What the browser complained of: script errors, refusals by the content policy, files not found. */
  readonly complaints: readonly string[]
  /** What was fetched until now, with its size as sent. */
  readonly fetched: () => Promise<readonly Fetched[]>
  readonly close: () => Promise<void>
}

/** Opens an address in a fresh profile and waits until its fonts are there. */
export async function visit(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({ viewport: DESK, ...options })
  context.setDefaultTimeout(SLOW_MACHINE_MS)
  const page = await context.newPage()
  const complaints: string[] = []
  const fetched: Promise<Fetched>[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('requestfinished', (request) => {
    const sized = request.sizes()
    fetched.push(sized.then(({ responseBodySize }) => ({ url: request.url(), bytes: responseBodySize })))
  })
  await page.goto(url, { waitUntil: 'networkidle' })
  return { page, complaints, fetched: () => Promise.all(fetched), close: () => context.close() }
}

/** Whether the page has our Tibetan font, once all that it asked for has come. */
export async function hasTibetanFont(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    await document.fonts.ready
    return document.fonts.check('16px "Huixue Tibetan"', 'བོད')
  })
}
