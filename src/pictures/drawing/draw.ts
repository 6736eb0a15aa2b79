import { existsSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import type { Language } from '../../i18n/texts.ts'
import { MARK_SIZE, STYLES } from '../styles.ts'
import { type DrawnPiece, pageScript, type Task } from './in-the-page.ts'
import { type Needed, type NeededPiece, neededPieces } from './needed.ts'

/*
 * `npm run routes:draw`: draws every piece that pictures of routes are made of, set by the browser, in the fonts of
 * these packages, and keeps them where the program reads them.
 */
const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const SHEETS = [
  '@fontsource/noto-serif-tibetan/500.css',
  '@fontsource/noto-serif-tibetan/700.css',
  '@fontsource-variable/noto-sans-sc/index.css',
]
const FAMILIES: Readonly<Record<Language, string>> = {
  'zh-CN': "'Noto Sans SC Variable'",
  bo: "'Noto Serif Tibetan', 'Noto Sans SC Variable'",
}
const TARGET = new URL('../drawn.generated.json', import.meta.url)
/** Where the page fetches fonts: nothing of it leaves the machine. */
const ORIGIN = 'http://fonts.invalid/'

const resolve = createRequire(import.meta.url).resolve

const needed = neededPieces()
const browser = await openBrowser()
const drawn = await draw(await openPage(browser), needed)
await browser.close()
writeFileSync(TARGET, stored(needed, drawn))

async function openBrowser(): Promise<Browser> {
  const executablePath = BROWSERS.find((path) => existsSync(path))
  if (executablePath === undefined) throw new Error('no chromium: apt-get install chromium')
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--font-render-hinting=none'] })
}

async function openPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage()
  await page.route(`${ORIGIN}**`, async (route) => {
    const path = new URL(route.request().url()).pathname.slice(1)
    if (path === '') return route.fulfill({ contentType: 'text/html', body: pageOf(SHEETS) })
    const [scope = '', name = '', ...rest] = path.split('/')
    const folder = dirname(resolve(`${scope}/${name}/package.json`))
    return route.fulfill({ path: join(folder, ...rest) })
  })
  await page.goto(ORIGIN)
  await page.addScriptTag({ content: pageScript() })
  return page
}

function pageOf(sheets: readonly string[]): string {
  return `<!doctype html>${sheets.map((sheet) => `<link rel="stylesheet" href="${ORIGIN}${sheet}">`).join('')}`
}

async function draw(page: Page, pieces: readonly Needed[]): Promise<readonly DrawnPiece[]> {
  const tasks = pieces.map(
    (one): Task =>
      'mark' in one ? { mark: one.mark, size: MARK_SIZE } : { piece: one.piece, font: fontOf(one) },
  )
  return page.evaluate(`drawAll(${JSON.stringify(tasks)})`)
}

function fontOf({ language, role }: NeededPiece): string {
  const { weight, size } = STYLES[language][role]
  return `${weight} ${size}px ${FAMILIES[language]}`
}

// A piece a line, so that a change shows which pieces it draws anew.
function stored(pieces: readonly Needed[], drawn: readonly DrawnPiece[]): string {
  const lines = drawn.map(({ advance, ink, ...place }, at) => {
    const digits = ink.map((coverage) => coverage.toString(16)).join('')
    const piece = { advance: Math.round(advance * 100) / 100, ...place, ink: digits }
    return `${JSON.stringify(pieces[at]?.key)}:${JSON.stringify(piece)}`
  })
  return `{\n${lines.join(',\n')}\n}\n`
}
