import { CaseQuery, CaseReply, CaseResolution } from '../api/staff/case-bodies.ts'
import { validate } from '../validate.ts'
import { listCases } from '../cases/list-cases.ts'
import { STAFF_OUTCOMES } from '../cases/outcomes.ts'
import { readCase } from '../cases/read-case.ts'
import { replyToCase, type ToldResult } from '../cases/reply-to-case.ts'
import { resolveCase } from '../cases/resolve-case.ts'
import type { CaseSummary } from '../cases/summary.ts'
import { commandArguments, fail } from './arguments.ts'
import { commandActor } from './command-actor.ts'
import { openServices } from './open-services.ts'
import { endWithReader } from './reader-gone.ts'
import { print, refusing } from './said.ts'

const USAGE = `usage: npm run cases -- list [--all] [--kind KIND] [--county CODE] [--overdue]
       npm run cases -- show REF
       npm run cases -- reply REF --zh TEXT --bo TEXT
       npm run cases -- resolve REF --outcome ${STAFF_OUTCOMES.join('|')} [--zh TEXT] [--bo TEXT]`

const PAGE = 100
const COMMANDS = ['list', 'show', 'reply', 'resolve'] as const

const refuse = refusing('case')

endWithReader()
const { command, reference, values } = asked()
const { services, close } = await openServices()
const actor = commandActor()
try {
  await run()
} finally {
  close()
}

async function run(): Promise<void> {
  switch (command) {
    case 'list':
      return list()
    case 'show':
      return show()
    case 'reply': {
      const body = validate(CaseReply, { text: textGiven() ?? {} })
      if (!body.ok) return refuse(body.fault)
      return told(await replyToCase(services, actor, reference, body.value.text))
    }
    case 'resolve': {
      const body = validate(CaseResolution, { outcome: values.outcome, text: textGiven() })
      if (!body.ok) return refuse(body.fault)
      const { outcome, text } = body.value
      return told(await resolveCase(services, actor, reference, { outcome, text }))
    }
  }
}

function asked() {
  const read = commandArguments(USAGE, {
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
  const [name, written = ''] = read.positionals
  const known = COMMANDS.find((one) => one === name) ?? fail(USAGE)
  const number = written.replace(/[\s-]/g, '').toUpperCase()
  if (known !== 'list' && number === '') fail(`REF is missing\n${USAGE}`)
  return { command: known, reference: number, values: read.values }
}

function textGiven(): object | undefined {
  const { zh, bo } = values
  return zh === undefined && bo === undefined ? undefined : { 'zh-CN': zh, bo }
}

async function list(): Promise<void> {
  const query = validate(CaseQuery, { kind: values.kind, county: values.county })
  if (!query.ok) return refuse(query.fault)
  const { kind = null, county = null } = query.value
  const filter = { state: values.all ? null : ('open' as const), kind, county, overdue: values.overdue }
  let after: string | null = null
  do {
    const page = await listCases(services, actor, { ...filter, after, limit: PAGE })
    print(page.cases.map(line))
    after = page.next
  } while (after !== null)
}

async function show(): Promise<void> {
  const read = await readCase(services, actor, reference)
  if (read === null) return refuse({ code: 'not-found' })
  print([line(read), ...read.messages.map(({ at, author, by, text }) => `\n${at} ${by ?? author}\n${text}`)])
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
  if (result.ok) print([toldLine(result.told)])
  else refuse(result.fault)
}

function toldLine({ queued, stopped, nobody }: Extract<ToldResult, { ok: true }>['told']): string {
  return [
    `${queued} to be told`,
    ...(stopped > 0 ? [`${stopped} want no messages`] : []),
    ...(nobody ? ['no telephone was left'] : []),
  ].join('; ')
}
