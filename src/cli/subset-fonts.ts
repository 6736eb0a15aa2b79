import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import subsetFont from 'subset-font'
import { EVERYDAY, lettersOf, WHOLE_FONT } from '../http/fonts/everyday.ts'

/** `npm run fonts:subset`: writes the font of the everyday letters, with all their stacks, out of the whole one. */
const TARGET = new URL('../http/fonts/tibetan-everyday.woff2', import.meta.url)

const packaged = dirname(
  createRequire(import.meta.url).resolve('@fontsource/noto-serif-tibetan/package.json'),
)
const whole = readFileSync(join(packaged, WHOLE_FONT))
const subset = await subsetFont(whole, lettersOf(EVERYDAY), {
  targetFormat: 'woff2',
  preserveNameIds: [0, 13, 14],
})
writeFileSync(TARGET, subset)
process.stdout.write(`${whole.length} -> ${subset.length} bytes\n`)
