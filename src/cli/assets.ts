import { copyFileSync, globSync, mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { WHOLE_FONT } from '../http/fonts/everyday.ts'

const TARGET = 'dist/assets'
const resolve = createRequire(import.meta.url).resolve

const swagger = dirname(resolve('swagger-ui-dist/package.json'))
const font = dirname(resolve('@fontsource/noto-serif-tibetan/package.json'))

/** What the pages fetch, all from us: copied from packages and rooms to where Node and Workers serve it from. */
copy('swagger-ui', [join(swagger, 'swagger-ui.css'), join(swagger, 'swagger-ui-bundle.js')])
copy('fonts', [join(font, WHOLE_FONT), ...globSync('src/http/fonts/*.woff2')])
copy('.', globSync('src/**/*.{client.js,css,svg}'))

function copy(folder: string, files: readonly string[]): void {
  mkdirSync(join(TARGET, folder), { recursive: true })
  for (const file of files) copyFileSync(file, join(TARGET, folder, basename(file)))
}
