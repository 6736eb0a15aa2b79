import { chromium } from 'playwright-core'
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--headless','--no-sandbox','--disable-gpu','--disable-quic','--no-first-run','--disable-background-networking','--disable-component-update','--disable-sync'] })
const URL_ = 'http://localhost:18790'
for (const scheme of ['light','dark'] as const) for (const [w,h] of [[390,844],[1280,800]] as const) {
  const c = await browser.newContext({ viewport: {width:w,height:h}, colorScheme: scheme, deviceScaleFactor: 1 })
  const p = await c.newPage()
  p.on('console', m => console.log('console', m.text())); p.on('pageerror', e => console.log('error', e.message))
  for (const [name, path] of [['zh','/'],['zh-kg','/?persona=kindergarten'],['bo','/?lang=bo'],['bo-herders','/?persona=herders&lang=bo']] as const) {
    await p.goto(URL_+path); await p.evaluate(() => document.fonts.ready)
    await p.screenshot({ path: `/tmp/sim-demo/${name}-${w}-${scheme}.png`, fullPage: w===390 })
  }
  await c.close()
}
await browser.close()
