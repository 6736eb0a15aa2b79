import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { beforeEach, describe, expect, it } from 'vitest'
import { openTestStore, PLATFORM } from '#platform'
import { createApp } from '../../../src/app.ts'
import { linkAudit } from '../../../src/audit/chain.ts'
import { verifyAudit } from '../../../src/audit/verify.ts'
import { listCases } from '../../../src/cases/list-cases.ts'
import { readCase } from '../../../src/cases/read-case.ts'
import { runJob } from '../../../src/jobs/jobs.ts'
import { everySentence } from '../../../src/labelling/list-sentences.ts'
import { placeOfSession } from '../../../src/privacy/places.ts'
import { createVault } from '../../../src/privacy/vault.ts'
import { readCorrections } from '../../../src/register/corrections/correct-person.ts'
import { findHouseholds } from '../../../src/register/finding/find-households.ts'
import { reseal } from '../../../src/resealing/reseal.ts'
import { SEALED_COLUMNS } from '../../../src/resealing/sealed-columns.ts'
import type { Services } from '../../../src/services.ts'
import { tokenActor } from '../../../src/staff/actor.ts'
import * as schema from '../../../src/storage/schema.ts'
import { type Query, statement } from '../../../src/storage/store.ts'
import { provider, sendAll } from '../broadcasts/scene.ts'
import { browserAt, PASSWORD } from '../desk.ts'
import { TEST_KEY } from '../fixed.ts'
import { testServices } from '../services.ts'
import { send, tables } from '../telephones.ts'
import { ADMIN, CUT_OFF, fill, HERDERS, LINKED, RECORDED, STOPPED } from './scene.ts'

const NEXT_KEY = new Uint8Array(32).fill(10)
const DAY = 24 * 3600 * 1000
const QUESTION = '娃娃上幼儿园能免多少钱'
const SEALED = /^(?:[0-9a-f]{8}\.|\$ba\$\d+\$)[A-Za-z0-9+/=]{32,}$/

let before: Services & { readonly moveClock: (milliseconds: number) => void }
let both: Services
let after: Services
let codes: readonly string[]

beforeEach(async () => {
  before = await testServices(await openTestStore(), { CONTACT_RATE: '50' })
  both = { ...before, vault: await createVault(NEXT_KEY, TEST_KEY) }
  after = { ...before, vault: await createVault(NEXT_KEY) }
  codes = await fill(before)
  await linkAudit(before)
})

/** Every text that stands in a table, by table and column. */
async function everything(): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, string[]>()
  for (const table of await tables(before))
    for (const row of await before.store.rows<Record<string, unknown>>(`select * from "${table}"`))
      for (const [column, value] of Object.entries(row)) {
        if (typeof value !== 'string') continue
        const name = `${table}.${column}`
        found.set(name, [...(found.get(name) ?? []), value])
      }
  return found
}

/** All of it as text; how far the duty has come apart. */
async function dump(): Promise<string> {
  const all = [...(await everything())].filter(([name]) => !name.startsWith('job_progress'))
  return JSON.stringify(all)
}

async function toTheEnd(services: Services, again = false) {
  const done = await reseal(services, () => false, { again })
  return done ?? expect.unreachable()
}

const named = ({ table, column }: { readonly table: string; readonly column: string }) => `${table}.${column}`

describe(`what is sealed, on ${PLATFORM}`, () => {
  it('is known to the one list of what is sealed where: each column of it, and no other', async () => {
    const sealed = [...(await everything())].filter(([, values]) => values.some((one) => SEALED.test(one)))
    expect(sealed.map(([name]) => name).sort()).toEqual(SEALED_COLUMNS.map(named).sort())
  })

  it('has every column that the schema calls sealed or an index', () => {
    const columns = Object.values<unknown>(schema).flatMap((table) => {
      if (!(table instanceof SQLiteTable)) return []
      const config = getTableConfig(table)
      return config.columns.map(({ name }) => `${config.name}.${name}`)
    })
    const known = SEALED_COLUMNS.map(named)
    const sealed = columns.filter((name) => /\.sealed/.test(name))
    expect(sealed.filter((name) => !known.includes(name))).toEqual([])
    // A new one has to be moved, or said to age out, by src/resealing.
    expect(columns.filter((name) => /_index$/.test(name)).sort()).toEqual([
      'contacts.address_index',
      'household_telephones.address_index',
      'households.content_index',
      'households.number_index',
      'outbox.address_index',
      'persons.link_index',
      'persons.name_index',
      'persons.number_index',
    ])
  })
})

describe(`sealing anew on ${PLATFORM}`, () => {
  it('leaves no value and no index under the previous key', async () => {
    const indexes = [...(await everything())]
      .filter(([name]) => /_index$|\.(alike|contact_key)$|^audit_links.hash$/.test(name))
      .filter(([name]) => name !== 'households.content_index')
      .flatMap(([, values]) => values)
    expect(indexes.length).toBeGreaterThan(20)
    const { moved, head, end } = await toTheEnd(both)
    expect([...moved.keys()].sort()).toEqual([...new Set(SEALED_COLUMNS.map(({ table }) => table))].sort())
    expect(head).not.toBeNull()
    expect(end).toMatchObject({ unreadable: 0, stuck: 0, isAuditBroken: false })
    const text = await dump()
    expect(text).not.toContain(`${before.vault.keyIds[0]}.`)
    // Tries of today and an invitation under way have no value to make an index of.
    const left = indexes.filter((index) => text.replace(/\["link_tries[^\]]*\]/g, '').includes(index))
    expect(left).toEqual([])
  })

  it('lets the new key alone do all that both did', async () => {
    await linkAudit(before)
    await toTheEnd(both)
    expect(await send(after, RECORDED, QUESTION)).toContain('张晓明')
    expect(await send(after, LINKED, QUESTION)).toContain('张晓明')
    expect(await findHouseholds(after, ADMIN, '张晓明')).toHaveLength(1)
    expect(await findHouseholds(after, ADMIN, RECORDED)).toHaveLength(1)
    const { cases } = await listCases(after, ADMIN, { limit: 10 })
    const read = await readCase(after, ADMIN, cases[0]?.id ?? '')
    expect(JSON.stringify(read?.messages)).toContain('女儿写成了儿子')
    expect((await readCorrections(after, cases[0]?.household ?? '')).map(({ why }) => why)).toEqual([
      '户口簿上是这个字',
    ])
    expect(await everySentence(after, tokenActor('li'), { labelled: null, language: null })).toHaveLength(1)
    expect(await verifyAudit(after)).toMatchObject({ intact: true })
  })

  it('keeps who said stop and who was cut off', async () => {
    await toTheEnd(both)
    const states = await after.store.rows('select stopped from contacts where address_index = ?1', [
      after.vault.index('address', STOPPED),
    ])
    expect(states).toEqual([{ stopped: 1 }])
    before.moveClock(DAY)
    expect(await send(after, CUT_OFF, '绑定 才让吉 000000')).not.toContain('旦增')
    const [lock] = await after.store.rows<{ key: string }>('select contact_key as key from link_locks')
    expect(lock?.key).toBe(`contact:${after.vault.index('rate', `link ${CUT_OFF}`)}`)
  })

  it('sends what waits to leave, and a broadcast to nobody twice', async () => {
    const sms = provider()
    await toTheEnd(both)
    before.moveClock(DAY)
    await sendAll({ ...after, senders: sms.senders })
    const of = (address: string) => sms.textTo(address).filter((text) => /请看通知|བརྡ་ཐོ/.test(text))
    expect([of(HERDERS).length, of(RECORDED).length + of(LINKED).length]).toEqual([1, 1])
    expect(sms.textTo(STOPPED)).toEqual([])
  })

  it('lets staff in by their second factor', async () => {
    await toTheEnd(both)
    const browser = browserAt(createApp(after))
    await browser.post('/console/sign-in', { username: 'li.juan', password: PASSWORD })
    await browser.post('/console/sign-in/code', { code: codes[0] ?? '' })
    expect((await browser.get('/console')).status).toBe(200)
  })

  it('changes nothing the second time', async () => {
    await toTheEnd(both)
    const once = await dump()
    const { moved, head } = await toTheEnd(both, true)
    expect([moved.size, head]).toEqual([0, null])
    expect(await dump()).toBe(once)
  })

  it('goes on where it was killed, after each page and in the midst of one', async () => {
    const killed = { ...both, store: { ...both.store, atomically: dying(both.store.atomically) } }
    let steps = 0
    for (let end = null; end === null; steps++) {
      let pages = 0
      const step = await reseal(killed, () => pages++ > 0).catch(() => null)
      end = step?.end ?? null
    }
    expect(steps).toBeGreaterThan(2 * SEALED_COLUMNS.length)
    expect(await dump()).not.toContain(`${before.vault.keyIds[0]}.`)
    expect(await send(after, RECORDED, QUESTION)).toContain('张晓明')
  })

  it.each([
    ['both keys', () => both],
    ['the one before alone, which is sealed anew by the next pass', () => before],
  ])('gives way to a turn that is committed meanwhile, by a process with %s', async (_, meanwhile) => {
    let isTold = false
    const told: Services['store'] = {
      ...both.store,
      atomically: async (writes) => {
        if (!isTold && writes.some((one) => one.toSQL().sql.includes('update sessions'))) {
          isTold = true
          await send(meanwhile(), HERDERS, '你好')
        }
        return both.store.atomically(writes)
      },
    }
    await toTheEnd({ ...both, store: told })
    expect(isTold).toBe(true)
    expect(await dump()).not.toContain(`${before.vault.keyIds[0]}.`)
    expect((await sessions(after)).filter((session) => session.includes('你好'))).toHaveLength(1)
  })

  it('says what has to age out, and when all has that the previous key can be taken away', async () => {
    const { end } = await toTheEnd(both)
    expect(end?.waiting.tries).toBeGreaterThan(0)
    expect(end).toMatchObject({
      isOver: false,
      waiting: { invites: 1, files: 0, imports: 0 },
    })
    before.moveClock(DAY)
    expect((await toTheEnd(both)).end).toMatchObject({ isOver: false, waiting: { tries: 0, invites: 1 } })
    before.moveClock(3 * DAY)
    expect((await toTheEnd(both)).end).toMatchObject({ isOver: true })
  })

  it('waits for imports that can be taken back, of before alone', async () => {
    const undoable = (id: string) =>
      before.store.atomically([
        statement(
          `insert into imports (id, file, digest, kind, taken_on, by, started_at, state)
           values (?1, 'f', 'd', 'register', '2026-10-01', 'li', ?2, 'done')`,
          [id, before.clock().toISOString()],
        ),
        statement(`insert into import_before (id, import_id, what, rows) values (?1, ?1, 'added', '[]')`, [
          id,
        ]),
      ])
    await undoable('before')
    await toTheEnd(both)
    before.moveClock(4 * DAY)
    await undoable('after')
    expect((await toTheEnd(both, true)).end).toMatchObject({ isOver: false, waiting: { imports: 1 } })
    before.moveClock(30 * DAY)
    await undoable('later')
    await runJob(both, 'sweep-uploads')
    expect((await toTheEnd(both)).end).toMatchObject({ isOver: true })
  })

  it('leaves an audit that is not whole as it is, and says so', async () => {
    await before.store.atomically([statement("update audit_entries set actor = 'nobody' where rowid = 1")])
    const hashes = () => before.store.rows('select hash from audit_links order by seq')
    const were = await hashes()
    expect((await toTheEnd(both)).end).toMatchObject({ isOver: false, isAuditBroken: true })
    expect(await hashes()).toEqual(were)
  })

  it('is nothing to do where no key is rotated', async () => {
    expect(await reseal(before, () => false)).toBeNull()
    await runJob(before, 'reseal')
  })

  it('is a job that runs in steps', async () => {
    await runJob(both, 'reseal')
    await runJob(both, 'reseal')
    expect(await dump()).not.toContain(`${before.vault.keyIds[0]}.`)
  })
})

/** Every second batch is lost with the process. */
function dying(atomically: Services['store']['atomically']): Services['store']['atomically'] {
  let calls = 0
  return (writes: readonly Query[]) =>
    calls++ % 2 === 0 ? Promise.reject(new Error('killed')) : atomically(writes)
}

async function sessions({ store, vault }: Services): Promise<readonly string[]> {
  const rows = await store.rows<{ id: string; sealed: string }>(
    'select contact_id as id, sealed from sessions',
  )
  return Promise.all(rows.map(({ id, sealed }) => vault.open(sealed, placeOfSession(id))))
}
