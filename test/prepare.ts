import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** What the tests need beyond npm packages: a browser, and fonts that can show Chinese. */
const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

if (!BROWSERS.some((path) => existsSync(path))) install()

function install(): void {
  const root = process.getuid?.() === 0
  if (!root || spawnSync('apt-get', ['--version']).status !== 0) {
    console.error('The browser tests need chromium: sudo apt-get install chromium fonts-noto-cjk')
    process.exit(1)
  }
  execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit' })
  execFileSync('apt-get', ['install', '-y', '-qq', 'chromium', 'fonts-noto-cjk'], { stdio: 'inherit' })
}
