import { commandArguments, fail } from './arguments.ts'

const USAGE = `usage: npm run policy -- book [--day DAY]
       npm run policy -- list [--state STATE]
       npm run policy -- show|effect|approve ID
       npm run policy -- refuse|withdraw ID --why TEXT
       npm run policy -- propose --name NAME --from DAY --citation TEXT --source TEXT CHANGE…
CHANGE: --figure ID=VALUE | --county LIST:CODE=yes|no|open | --standings STANDING,STANDING |
        --programme ID=ends|resumes
        LIST: plan, tibetanArea or oldRevolutionaryArea; each may be given several times
All:   [--by NAME] who acts; whoever proposes a change cannot approve it`

const COMMANDS = ['book', 'list', 'show', 'effect', 'approve', 'refuse', 'withdraw', 'propose'] as const
type Command = (typeof COMMANDS)[number]

const WITHOUT_ID: ReadonlySet<Command> = new Set(['book', 'list', 'propose'])

const text = { type: 'string' } as const
const several = { type: 'string', multiple: true } as const
const OPTIONS = {
  by: text,
  day: text,
  state: text,
  why: text,
  name: text,
  from: text,
  citation: text,
  source: text,
  standings: text,
  figure: several,
  county: several,
  programme: several,
} as const

/** What was asked for on the command line; `id` is empty where none was named. What makes no sense ends the command. */
export function readArguments() {
  const { values, positionals } = commandArguments(USAGE, { allowPositionals: true, options: OPTIONS })
  const [given, id = '', ...rest] = positionals
  const command = COMMANDS.find((one) => one === given)
  if (command === undefined || rest.length > 0) fail(USAGE)
  if ((id === '') !== WITHOUT_ID.has(command)) fail(USAGE)
  return { command, id, values }
}

export type Values = ReturnType<typeof readArguments>['values']

/** A draft from the options, unchecked: `DraftBody` checks it, wherever a draft comes from. */
export function draftFrom({
  name,
  from,
  citation,
  source,
  figure = [],
  county = [],
  programme = [],
  standings,
}: Values): object {
  const changes = [
    ...figure.map((one) => {
      const { name: id, value } = halves(one)
      // An empty text is no number, though it would count as 0.
      return { kind: 'figure', figure: id, value: value.trim() === '' ? Number.NaN : Number(value) }
    }),
    ...county.map((one) => {
      const { name: place, value } = halves(one)
      const [category = '', code = ''] = place.split(':')
      return { kind: 'county', category, county: code, listed: LISTED[value] }
    }),
    ...programme.map((one) => {
      const { name: id, value } = halves(one)
      return { kind: 'programme', programme: id, inForce: IN_FORCE[value] }
    }),
    ...(standings === undefined ? [] : [{ kind: 'standings', standings: standings.split(',') }]),
  ]
  return { name, from, changes, citation, source }
}

const LISTED: Readonly<Record<string, boolean | null>> = { yes: true, no: false, open: null }
const IN_FORCE: Readonly<Record<string, boolean>> = { resumes: true, ends: false }

function halves(text: string): { readonly name: string; readonly value: string } {
  const at = text.indexOf('=')
  return at < 0 ? { name: text, value: '' } : { name: text.slice(0, at), value: text.slice(at + 1) }
}
