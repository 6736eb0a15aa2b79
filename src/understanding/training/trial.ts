import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, mkdirSync, rmSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { z } from 'zod'
import { INTENTS, TOPICS } from '../types.ts'
import { addLabelled, type LabelledExample } from './labelled.ts'

const PROJECT = new URL('../../../', import.meta.url)
const UNDERSTANDING = 'src/understanding/'
/** What understanding is made of. */
const ROOMS = [UNDERSTANDING, 'src/regions/']

const answers = z.array(z.object({ intent: z.enum(INTENTS), topic: z.enum(TOPICS).nullable() }))
type Answers = z.infer<typeof answers>

/**
 * What the program answers to `texts` once it has learnt from `labelled` too: a copy of the understanding is trained as
 * `npm run train` trains it, and asked. Nothing of the program itself is touched. Rejects where training fails.
 */
export async function trial(
  labelled: readonly LabelledExample[],
  texts: readonly string[],
): Promise<Answers> {
  const dist = fileURLToPath(new URL('dist/', PROJECT))
  mkdirSync(dist, { recursive: true })
  // Within the project, so that its packages are found.
  const copy = pathToFileURL(`${mkdtempSync(`${dist}trial-`)}/`)
  try {
    for (const room of ROOMS) cpSync(new URL(room, PROJECT), new URL(room, copy), { recursive: true })
    addLabelled(new URL(`${UNDERSTANDING}training/data/`, copy), labelled)
    await run(new URL(`${UNDERSTANDING}training/train.ts`, copy), '')
    const said = await run(new URL(`${UNDERSTANDING}training/answers.ts`, copy), JSON.stringify(texts))
    return answers.parse(JSON.parse(said))
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

async function run(program: URL, input: string): Promise<string> {
  const child = spawn(process.execPath, ['--import', 'tsx', fileURLToPath(program)], {
    cwd: fileURLToPath(PROJECT),
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  child.stdin.end(input)
  const [output, code] = await Promise.all([text(child.stdout), ended])
  if (code !== 0) throw new Error(`${program.pathname.split('/').at(-1) ?? ''} ended with ${code}`)
  return output
}
