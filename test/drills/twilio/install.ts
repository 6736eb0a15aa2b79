import { execFile } from 'node:child_process'
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { ROOT } from '../../bench/child.ts'

const HERE = new URL('./', import.meta.url)
const FILES = ['package.json', 'package-lock.json'] as const
/** Where no tool looks for sources of ours. */
const FOLDER = join(ROOT, 'node_modules/.cache/twilio-drill')

/** Installs the stand-ins where they are not there yet, as their lock tells them; the folder whose node_modules holds them. */
export async function installed(): Promise<string> {
  const lock = await readFile(new URL('package-lock.json', HERE), 'utf8')
  const mark = join(FOLDER, 'installed.json')
  if ((await readFile(mark, 'utf8').catch(() => '')) === lock) return FOLDER
  await mkdir(FOLDER, { recursive: true })
  for (const file of FILES) await copyFile(new URL(file, HERE), join(FOLDER, file))
  console.log('Installing prism and emulate (once, some 170 MB) …')
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund']
  await promisify(execFile)('npm', args, { cwd: FOLDER })
  await writeFile(mark, lock)
  return FOLDER
}
