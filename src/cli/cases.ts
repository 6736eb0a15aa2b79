import { listCases } from '../cases/list-cases.ts'
import type { StaffText } from '../cases/notice.ts'
import { STAFF_OUTCOMES } from '../cases/outcomes.ts'
import { readCase } from '../cases/read-case.ts'
import { replyToCase, type ToldResult } from '../cases/reply-to-case.ts'
import { resolveCase } from '../cases/resolve-case.ts'
import type { CaseSummary } from '../cases/summary.ts'
import { CASE_KINDS } from '../conversation/case.ts'
import { commandArguments, fail } from './arguments.ts'
import { commandActor } from './command-actor.ts'
import { openServices } from './open-services.ts'
import { endWithReader } from './reader-gone.ts'

const USAGE = `usage: npm run cases -- list [--all] [--kind KIND] [--county CODE] [--overdue]
       npm run cases -- show REF
       npm run cases -- reply REF --zh TEXT --bo TEXT
       npm run cases -- resolve REF --outcome ${STAFF_OUTCOMES.join('|')} [--zh TEXT] [--bo TEXT]`

const PAGE = 100

const WORDS: Readonly<Record<string, string>> = {
  'not-found': 'no such case',
  conflict: 'the case is settled already',
  invalid: 'not sent:',
}

endWithReader()
const { values, positionals } = commandArguments(USAGE, {
  allowPositionals: true,
  options: {
    all: { type: 'boolean', default: false },
    overdue: { type: 'boolean', default: false },
    kind: { type: 'string' },
    county: { type: 'string' },
    zh: { type: 'string' },
    bo: { type: 'string' },
    outcome: { type: 'string' },
  },
})
const [command = '', written = ''] = positionals
const reference = written.replace(/[\s-]/g, '').toUpperCase()
const actor = commandActor()
const text: StaffText = {
  ...(values.zh === undefined ? {} : { 'zh-CN': values.zh }),
  ...(values.bo === undefined ? {} : { bo: values.bo }),
}
const kind = CASE_KINDS.find((one) => one === values.kind) ?? null
const outcome = STAFF_OUTCOMES.find((one) => one === values.outcome)
if (!['list', 'show', 'reply', 'resolve'].includes(command)) fail(USAGE)
if (command !== 'list' && reference === '') fail(`REF is missing\n${USAGE}`)
if (values.kind !== undefined && kind === null) fail(`--kind: must be one of ${CASE_KINDS.join(', ')}`)
if (command === 'reply' && Object.keys(text).length === 0) fail(`--zh or --bo is missing\n${USAGE}`)
if (command === 'resolve' && outcome === undefined)
  fail(`--outcome: must be one of ${STAFF_OUTCOMES.join(', ')}`)

const { services, close } = await openServices()
if (command === 'list') await list()
if (command === 'show') await show()
if (command === 'reply') told(await replyToCase(services, actor, reference, text))
if (command === 'resolve' && outcome !== undefined) {
  const resolution = { outcome, text: Object.keys(text).length === 0 ? undefined : text }
  told(await resolveCase(services, actor, reference, resolution))
}
close()

async function list(): Promise<void> {
  const filter = {
    state: values.all ? null : ('open' as const),
    kind,
    county: values.county ?? null,
    overdue: values.overdue,
  }
  let after: string | null = null
  do {
    const page = await listCases(services, actor, { ...filter, after, limit: PAGE })
    for (const one of page.cases) console.log(line(one))
    after = page.next
  } while (after !== null)
}

async function show(): Promise<void> {
  const read = await readCase(services, actor, reference)
  if (read === null) return refuse('no such case')
  console.log(line(read))
  for (const { at, author, by: who, text: said } of read.messages)
    console.log(`\n${at} ${who ?? author}\n${said}`)
}

function line({
  reference: number,
  kind,
  state,
  outcome: end,
  county,
  dueOn,
  isOverdue,
  reach,
}: CaseSummary): string {
  const due = state === 'open' ? `due ${dueOn ?? '-'}${isOverdue ? ' OVERDUE' : ''}` : (end ?? '')
  return [number, kind, state, county ?? '-', due, reach].join('  ')
}

function told(result: ToldResult): void {
  if (result.ok) {
    const { queued, stopped, nobody } = result.told
    const silent = [
      ...(stopped > 0 ? [`${stopped} want no messages`] : []),
      ...(nobody ? ['no telephone was left'] : []),
    ]
    console.log([`${queued} to be told`, ...silent].join('; '))
    return
  }
  const { code, fields = [] } = result.fault
  refuse([WORDS[code] ?? code, ...fields.map(({ path, problem }) => `  ${path}: ${problem}`)].join('\n'))
}

function refuse(problem: string): void {
  console.error(problem)
  process.exitCode = 1
}
