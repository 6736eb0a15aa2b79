import { commandArguments, fail } from './arguments.ts'

const USAGE = `usage: npm run broadcast -- create PLAN | preview PLAN | preview ID | revise ID PLAN
       npm run broadcast -- submit|return|approve|pause|resume|cancel|again ID
       npm run broadcast -- list [--state STATE]
       npm run broadcast -- show ID [--watch]
       npm run broadcast -- deliveries ID [--run N] [--state STATE]
PLAN:  --name NAME --county CODE [--township NAME] [--programme ID] [--outcome OUTCOME] [--ledger STATE]
       [--stage STAGE] [--final-year yes|no] [--language zh-CN|bo] [--channel sms|telegram] [--fresh] [--per person]
       [--change ID --effect EFFECT]: whom a decision that is approved moves so (npm run policy -- effect ID)
       --zh TEXT --bo TEXT [--at INSTANT] [--every week|month --until DAY] [--rest DAYS]
All:   [--by NAME] who acts; whoever writes a broadcast cannot approve it`

const COMMANDS = [
  'create',
  'preview',
  'revise',
  'submit',
  'return',
  'approve',
  'pause',
  'resume',
  'cancel',
  'again',
  'list',
  'show',
  'deliveries',
] as const
export type Command = (typeof COMMANDS)[number]

/** Commands that need no id. */
const WITHOUT_ID: ReadonlySet<Command> = new Set(['create', 'preview', 'list'])

const text = { type: 'string' } as const
const OPTIONS = {
  by: text,
  name: text,
  county: text,
  township: text,
  programme: text,
  outcome: text,
  ledger: text,
  stage: text,
  'final-year': text,
  language: text,
  channel: text,
  fresh: { type: 'boolean' },
  per: text,
  change: text,
  effect: text,
  zh: text,
  bo: text,
  at: text,
  every: text,
  until: text,
  rest: text,
  state: text,
  run: text,
  watch: { type: 'boolean' },
} as const

type Values = ReturnType<typeof readArguments>['values']

/** What was asked on the command line; `id` is empty where none was named. What makes no sense ends the command. */
export function readArguments() {
  const { values, positionals } = commandArguments(USAGE, { allowPositionals: true, options: OPTIONS })
  const [name, id = ''] = positionals
  const command = COMMANDS.find((known) => known === name)
  if (command === undefined) fail(USAGE)
  if (id === '' && !WITHOUT_ID.has(command)) fail(`ID is missing\n${USAGE}`)
  return { command, id, values }
}

/** The options of a plan as the API's body of a broadcast, to be checked as one. */
export function bodyFrom(values: Values): object {
  const { name, county, township, programme, outcome, ledger, stage, language, channel, fresh, per } = values
  const { change, effect } = values
  const { zh, bo, at, every, until, rest } = values
  return {
    name,
    audience: given({
      county,
      township,
      programme,
      outcome,
      ledger,
      stage,
      finalYear: TRUTH[values['final-year'] ?? ''],
      language,
      channel,
      fresh,
      per,
      change: change === undefined && effect === undefined ? undefined : { proposal: change, effect },
    }),
    body: given({ 'zh-CN': zh, bo }),
    ...given({
      sendAt: at,
      repeat: every === undefined && until === undefined ? undefined : { every, until },
      restDays: rest === undefined ? undefined : Number(rest),
    }),
  }
}

const TRUTH: Readonly<Record<string, boolean>> = { yes: true, no: false }

// What was not given is absent: a body names it nowhere.
function given(values: object): object {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
}
