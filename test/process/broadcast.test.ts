import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BROADCAST_ANSWERS } from '../../src/api/staff/broadcast-answers.ts'
import { asProvider } from '../../src/channels/sms/as-provider.ts'
import { gansuPlaces } from '../../src/cli/gansu-places.ts'
import { schoolYearOf } from '../../src/policy/school-year.ts'
import { createVault } from '../../src/privacy/vault.ts'
import { sampleLines } from '../../src/register/sample/sample.ts'
import { dayOf } from '../../src/time/clock.ts'
import { parseSettings } from '../../src/settings.ts'
import { SID, TOKEN as TWILIO_TOKEN, twilioServer } from '../channels/sms/twilio-server.ts'
import { type Program, runScript, startProgram } from './program.ts'

const COUNTY = '621223'
const PROGRAMME = 'secondary-vocational-grant'
const KEY = new Uint8Array(32).fill(5)
const folder = mkdtempSync(join(tmpdir(), 'huixue-'))
const register = join(folder, 'register.csv')
/** A made-up register of three counties' real villages, with faults of every kind. */
const [first, ...rest] = gansuPlaces().filter(({ county }) => [COUNTY, '620422', '623025'].includes(county))
const SAMPLE = {
  households: 4000,
  seed: 7,
  takenOn: dayOf(new Date()),
  places: [first ?? expect.unreachable(), ...rest] as const,
  faults: 'some',
} as const
const digestOf = (token: string) => bytesToHex(sha256(utf8ToBytes(token)))

let twilio: Awaited<ReturnType<typeof twilioServer>>
let environment: Record<string, string>
let program: Program | undefined
/** Telephones of the county, as the file tells them: of those who write before, and what they write. */
let writers: { readonly stops: string; readonly readsTibetan: readonly string[] }

beforeAll(async () => {
  twilio = await twilioServer()
  environment = {
    DEMO: '0',
    DATABASE_PATH: join(folder, 'huixue.db'),
    DATA_KEY: Buffer.from(KEY).toString('base64'),
    API_TOKENS: `li:${digestOf('author')},wang:${digestOf('approver')}`,
    TWILIO_ACCOUNT_SID: SID,
    TWILIO_AUTH_TOKEN: TWILIO_TOKEN,
    TWILIO_FROM: '+8610000000',
    TWILIO_API_BASE: twilio.base,
    SMS_RATE: '100',
  }
  writeFileSync(register, [...sampleLines(SAMPLE)].join(''))
  expect((await runScript(['register:import', '--', register], environment)).code).toBe(2)
  const pupils = pupilsIn(register)
  writers = {
    stops: pupils[0]?.telephone ?? '',
    readsTibetan: pupils.slice(1, 3).map(({ telephone }) => telephone),
  }
  const applied = join(folder, 'applied.csv')
  const rows = pupils.slice(3, 6).map(({ number }) => `${number},${PROGRAMME},${schoolYear},已申请,${today}`)
  writeFileSync(applied, `人编号,项目,学年,状态,日期\n${rows.join('\n')}\n`)
  expect((await runScript(['ledger:import', '--', applied], environment)).code).toBe(0)
})

afterAll(async () => {
  await program?.stop()
  await twilio.close()
})

const today = dayOf(new Date())
const schoolYear = schoolYearOf(today)

describe('a reminder to the families of a county whose child qualifies for a grant and has not applied', () => {
  it('approved by a second token in quiet hours, is sent to nobody', async () => {
    program = await startProgram('start', { ...environment, QUIET_HOURS: hoursAround(-1, 2) })
    await text(program, writers.stops, '停止')
    for (const telephone of writers.readsTibetan) await text(program, telephone, 'བཀྲ་ཤིས་བདེ་ལེགས།')
    const draft = await api(program, 'author', '', {
      name: '中职助学金提醒',
      audience: { county: COUNTY, programme: PROGRAMME, ledger: 'not-applied' },
      body: {
        'zh-CN': '{{child}}可以申请{{programme}}，每学年{{sum}}元。',
        bo: '{{child}}ལ་{{programme}}ཡོད།',
      },
    })
    expect(draft.status).toBe(201)
    const { id } = BROADCAST_ANSWERS.BroadcastCreated.parse(await draft.json())
    expect((await api(program, 'author', `/${id}/approve`, null)).status).toBe(403)
    expect((await api(program, 'approver', `/${id}/approve`, null)).status).toBe(200)
    await sleep(5000)
    expect((await read(program, id)).state).toBe('scheduled')
    expect(twilio.taken).toEqual([])
    await program.stop()
  })

  it('and outside of them to exactly those whom the register names, each once, in its language, and to none who stopped', async () => {
    program = await startProgram('start', { ...environment, QUIET_HOURS: hoursAround(3, 4) })
    const { id } = (await list(program))[0] ?? expect.unreachable()
    while ((await read(program, id)).state !== 'done') await sleep(500)
    const families = await familiesNamed()
    expect(families.size).toBeGreaterThan(10)
    const vault = await createVault(KEY)
    const messages = twilio.taken.map(({ form }) => ({
      household: families.get(vault.index('address', form.get('To') ?? '')),
      to: form.get('To') ?? '',
      body: form.get('Body') ?? '',
    }))
    const reached = messages.map(({ household }) => household ?? 'somebody else')
    expect(reached.toSorted()).toEqual([...new Set(families.values())].toSorted())
    for (const { to, body } of messages) {
      const isTibetan = writers.readsTibetan.includes(to)
      expect(body).toMatch(isTibetan ? /\p{Script=Tibetan}/u : /^\S+可以申请中职助学金，每学年2000元。$/u)
      expect(to).not.toBe(writers.stops)
    }
    expect(messages.filter(({ to }) => writers.readsTibetan.includes(to))).toHaveLength(2)
    expect(await read(program, id)).toMatchObject({
      counts: { queued: 0, sent: messages.length, failed: 0, unknown: 0 },
      skipped: { stopped: 1 },
    })
  })
})

/** Households by the blind index of their telephones, by a query of the register that knows nothing of audiences. */
async function familiesNamed(): Promise<ReadonlyMap<string, string>> {
  const database = new Sqlite(environment['DATABASE_PATH'] ?? '', { readonly: true })
  const rows = database
    .prepare<unknown[], { household: string; address: string }>(
      `select h.id as household, t.address_index as address
       from households h join household_telephones t on t.household_id = h.id
       where h.county = ?
         and (select s.standing from standings s where s.household_id = h.id and s.from_day <= ?
              order by s.from_day desc limit 1) = 'registered'
         and exists (select 1 from persons p where p.household_id = h.id and p.stage = 'secondary-vocational'
           and not exists (select 1 from ledger l where l.person_id = p.id and l.programme = ? and l.school_year = ?
             and l.applied_on is not null))
         and not exists (select 1 from contacts c where c.address_index = t.address_index and c.stopped = 1)`,
    )
    .all(COUNTY, today, PROGRAMME, schoolYear)
  database.close()
  return new Map(rows.map(({ household, address }) => [address, household]))
}

/** Pupils of secondary vocational schools in the county with a telephone, of households that count as poor. */
function pupilsIn(file: string): readonly { readonly number: string; readonly telephone: string }[] {
  const [header = '', ...lines] = readFileSync(file, 'utf8').trim().split('\n')
  const columns = header.split(',')
  const cell = (line: string, name: string) => line.split(',')[columns.indexOf(name)] ?? ''
  return lines
    .filter(
      (line) =>
        [COUNTY, '宕昌县'].includes(cell(line, '县(市、区、旗)')) &&
        /^(1[0-2]|中职.年级)$/.test(cell(line, '在校生状况')) &&
        /^(0|未脱贫)$/.test(cell(line, '脱贫属性')) &&
        cell(line, '户类型') === '' &&
        /^1\d{10}$/.test(cell(line, '联系电话')),
    )
    .map((line) => ({ number: cell(line, '人编号'), telephone: `+86${cell(line, '联系电话')}` }))
}

/** Quiet hours from so many hours after now to so many. */
function hoursAround(from: number, to: number): string {
  const clock = (hours: number) =>
    new Date(Date.now() + (hours + 8) * 3600 * 1000).toISOString().slice(11, 16)
  return `${clock(from)}-${clock(to)}`
}

async function text({ url }: Program, from: string, said: string): Promise<void> {
  const parsed = parseSettings({ ...environment, PUBLIC_URL: url })
  if (!parsed.ok) throw new Error(parsed.faults.join('; '))
  expect((await fetch(asProvider(parsed.settings, { from, text: said }))).status).toBe(200)
}

function api({ url }: Program, token: string, path: string, body?: object | null): Promise<Response> {
  return fetch(`${url}/api/v1/broadcasts${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body == null ? {} : { body: JSON.stringify(body) }),
  })
}

async function read(of: Program, id: string) {
  return BROADCAST_ANSWERS.BroadcastRead.parse(await (await api(of, 'author', `/${id}`)).json())
}

async function list(of: Program) {
  return BROADCAST_ANSWERS.Broadcasts.parse(await (await api(of, 'author', '')).json()).broadcasts
}
