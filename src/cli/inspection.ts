import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Fault } from '../fault.ts'
import { LANGUAGES } from '../i18n/texts.ts'
import { exportEvaluation } from '../inspection/export-evaluation.ts'
import { exportSample } from '../inspection/export-sample.ts'
import type { File } from '../inspection/package.ts'
import { readSamplePlan } from '../inspection/sample-plan.ts'
import { dayOf } from '../time/clock.ts'
import type { Services } from '../services.ts'
import { areaOf, PROVINCE } from '../staff/area.ts'
import { commandArguments, fail } from './arguments.ts'
import { commandActor } from './command-actor.ts'
import { openServices } from './open-services.ts'

const USAGE = `usage: npm run inspection -- sample --seed TEXT --out FOLDER [--area CODE] [--township NAME] [--day DAY]
                            [--eligible N] [--unknown N] [--ineligible N]
       npm run inspection -- evaluation --out FOLDER [--area CODE] [--township NAME]
All:   [--language zh-CN|bo]; FOLDER must not be there yet`

const text = { type: 'string' } as const

const { command, values } = read()
if (values.out === undefined || (command !== 'sample' && command !== 'evaluation')) fail(USAGE)
if (existsSync(values.out)) fail(`--out: ${values.out} is there already`)
const language =
  LANGUAGES.find((one) => one === values.language) ??
  fail(`--language must be one of ${LANGUAGES.join(', ')}`)
const { services, close } = await openServices()
try {
  const exported = await (command === 'sample' ? sample(services) : evaluation(services))
  if (!exported.ok) fail(faultLine(exported.fault))
  mkdirSync(values.out)
  for (const { name, bytes } of exported.files)
    writeFileSync(join(values.out, name), bytes, { mode: 0o600, flag: 'wx' })
  for (const { name } of exported.files) console.log(join(values.out, name))
} finally {
  close()
}

type Exported =
  | { readonly ok: true; readonly files: readonly File[] }
  | { readonly ok: false; readonly fault: Fault }

async function sample(services: Services): Promise<Exported> {
  const plan = readSamplePlan(values, dayOf(services.clock()))
  return plan.ok ? exportSample(services, commandActor(), plan.plan, language) : plan
}

async function evaluation(services: Services): Promise<Exported> {
  const area = areaOf(values.area ?? PROVINCE.code, values.township ?? null)
  if (area === null)
    return { ok: false, fault: { code: 'invalid', fields: [{ path: 'area', problem: 'no area of Gansu' }] } }
  return exportEvaluation(services, commandActor(), area, language)
}

function read() {
  const { positionals, values: given } = commandArguments(USAGE, {
    allowPositionals: true,
    options: {
      seed: text,
      out: text,
      area: text,
      township: text,
      day: text,
      eligible: text,
      unknown: text,
      ineligible: text,
      language: { ...text, default: 'zh-CN' },
    },
  })
  return { command: positionals[0], values: given }
}

function faultLine({ code, fields = [] }: Fault): string {
  return [code, ...fields.map(({ path, problem }) => `--${path}: ${problem}`)].join('\n')
}
