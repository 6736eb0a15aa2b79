import type { Broadcast } from '../../broadcasts/broadcast.ts'
import { REST_DAYS } from '../../broadcasts/plan.ts'
import { dayTime } from '../moments.ts'

/** A broadcast as its form is filled in: every field a text. */
export type PlanForm = Readonly<Record<FormField, string>>

const FORM_FIELDS = [
  // Of this filling in: posted twice, it makes one draft.
  'once',
  // Of the draft that is revised: the one that was read.
  'version',
  'name',
  'county',
  'township',
  'programme',
  'outcome',
  'ledger',
  'stage',
  'finalYear',
  'language',
  'channel',
  'per',
  'fresh',
  'zh',
  'bo',
  'day',
  'time',
  'every',
  'until',
  'restDays',
  'change',
  'effect',
] as const
type FormField = (typeof FORM_FIELDS)[number]

/** An empty form for staff of this area; `once` is an id of its own. */
export function emptyForm(county: string, township: string | null, once: string): PlanForm {
  const empty = Object.fromEntries(FORM_FIELDS.map((field) => [field, ''])) as Record<FormField, string>
  return { ...empty, once, county, township: township ?? '', per: 'household', restDays: String(REST_DAYS) }
}

/** A draft as its form, to be revised. Times are Shanghai's. */
export function formOf({ name, audience, body, sendAt, repeat, restDays, version }: Broadcast): PlanForm {
  const { county, township, programme, outcome, ledger, stage, finalYear, language, channel, fresh } =
    audience
  const [day = '', time = ''] = sendAt === null ? [] : dayTime(sendAt).split(' ')
  return {
    once: '',
    version: String(version),
    name,
    county,
    township: township ?? '',
    programme: programme ?? '',
    outcome: outcome ?? '',
    ledger: ledger ?? '',
    stage: stage ?? '',
    finalYear: finalYear == null ? '' : String(finalYear),
    language: language ?? '',
    channel: channel ?? '',
    per: audience.per ?? 'household',
    fresh: fresh === true ? 'true' : '',
    zh: body['zh-CN'] ?? '',
    bo: body.bo ?? '',
    day,
    time,
    every: repeat?.every ?? '',
    until: repeat?.until ?? '',
    restDays: String(restDays),
    change: audience.change?.proposal ?? '',
    effect: audience.change?.effect ?? '',
  }
}

/** What was posted, each field a text. */
export function readForm(fields: Readonly<Record<string, string>>): PlanForm {
  // A browser posts a line's end as two signs: each would be counted and paid for.
  const read = (field: FormField) => fields[field]?.trim().replaceAll('\r\n', '\n') ?? ''
  return Object.fromEntries(FORM_FIELDS.map((field) => [field, read(field)])) as Record<FormField, string>
}

/** The form as the body that the API takes: what is empty is absent. Times are Shanghai's. */
export function bodyOfForm(form: PlanForm): unknown {
  const { name, zh, bo, day, time, every, until, restDays, finalYear, fresh, change, effect } = form
  const asked = [
    'county',
    'township',
    'programme',
    'outcome',
    'ledger',
    'stage',
    'language',
    'channel',
    'per',
  ] as const
  return {
    name,
    audience: {
      ...Object.fromEntries(asked.flatMap((field) => (form[field] === '' ? [] : [[field, form[field]]]))),
      ...(finalYear === '' ? {} : { finalYear: finalYear === 'true' }),
      ...(fresh === '' ? {} : { fresh: true }),
      ...(change === '' ? {} : { change: { proposal: change, effect } }),
    },
    body: { ...(zh === '' ? {} : { 'zh-CN': zh }), ...(bo === '' ? {} : { bo }) },
    ...(day === '' ? {} : { sendAt: `${day}T${time === '' ? '09:00' : time}:00+08:00` }),
    ...(every === '' ? {} : { repeat: { every, until } }),
    ...(restDays === '' ? {} : { restDays: Number(restDays) }),
  }
}
