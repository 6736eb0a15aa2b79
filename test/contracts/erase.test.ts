import { beforeEach, describe, expect, it } from 'vitest'
import { openTestStore, PLATFORM } from '#platform'
import { listCases } from '../../src/cases/list-cases.ts'
import { readCase } from '../../src/cases/read-case.ts'
import { replyToCase } from '../../src/cases/reply-to-case.ts'
import { resolveCase } from '../../src/cases/resolve-case.ts'
import { tokenActor } from '../../src/staff/actor.ts'
import { runJob } from '../../src/jobs/jobs.ts'
import { statement } from '../../src/storage/store.ts'
import { importPersonas, testServices } from './services.ts'
import { send, tables } from './telephones.ts'

const STAFF = tokenActor('test')

const MOTHER = '+8612900000001'
const CHAT = '700000001'

type TestServices = Awaited<ReturnType<typeof testServices>>
let services: TestServices

beforeEach(async () => {
  services = await testServices(await openTestStore(), { CONTACT_RATE: '50' })
  await importPersonas(services)
})

/** All that stands of a contact, of which nothing may be left: its identifier, its address, and every sealed value of its own. */
async function traces(): Promise<readonly string[]> {
  const [contact] = await services.store.rows<{ id: string; sealed: string }>(
    'select id, sealed_address as sealed from contacts',
  )
  const owned = await services.store.rows<{ sealed: string }>(
    `select sealed from sessions union all select sealed from messages where contact_id is not null
     union all select sealed from outbox union all select sealed from case_messages`,
  )
  return [contact?.id ?? '', contact?.sealed ?? '', ...owned.map(({ sealed }) => sealed)]
}

async function everything(): Promise<string> {
  const names = await tables(services)
  return JSON.stringify(
    await Promise.all(names.map((name) => services.store.rows(`select * from "${name}"`))),
  )
}

async function onlyCase() {
  const { cases } = await listCases(services, STAFF, { limit: 10 })
  expect(cases).toHaveLength(1)
  return cases[0] ?? expect.unreachable()
}

describe(`a person who asks to be forgotten on ${PLATFORM}`, () => {
  it('leaves nothing in any table: no contact, session, message, link, notice or settled case’s words', async () => {
    await send(services, MOTHER, '幼儿园免费吗')
    await send(services, MOTHER, '登记错了')
    await send(services, MOTHER, '女儿写成了儿子')
    const { id } = await onlyCase()
    await replyToCase(services, tokenActor('li'), id, { 'zh-CN': '请来一趟' })
    await resolveCase(services, tokenActor('li'), id, { outcome: 'corrected' })
    await services.store.atomically([
      statement(
        `insert into contact_households (contact_id, household_id, how, linked_at)
         select c.id, h.id, 'id-number', '2026-11-18' from contacts c, households h limit 1`,
      ),
    ])
    await send(services, MOTHER, '删除我的资料')
    const before = await traces()
    expect(before.length).toBeGreaterThan(6)
    const register = await services.store.rows('select * from household_telephones')

    expect(await send(services, MOTHER, '1')).toContain('已删除')
    const after = await everything()
    for (const trace of before) expect(after).not.toContain(trace)
    expect(await services.store.rows('select * from household_telephones')).toEqual(register)
    expect(await readCase(services, STAFF, id)).toMatchObject({
      state: 'closed',
      outcome: 'corrected',
      household: null,
      reach: 'nobody',
      messages: [],
    })
  })

  it('withdraws what is open, words and all, unless they say that it shall go on', async () => {
    await send(services, MOTHER, '登记错了')
    await send(services, MOTHER, '女儿写成了儿子')
    const { id, reference } = await onlyCase()
    const asked = await send(services, MOTHER, '删除我的资料')
    expect(asked).toContain('3')
    await send(services, MOTHER, '1')
    expect(await readCase(services, STAFF, id)).toMatchObject({
      state: 'closed',
      outcome: 'withdrawn',
      closedBy: 'family',
      household: null,
      messages: [],
    })
    expect(await send(services, MOTHER, reference)).toContain('没有查到')
  })

  it('leaves an open case its words and no telephone, where they say so', async () => {
    await send(services, MOTHER, '登记错了')
    await send(services, MOTHER, '女儿写成了儿子')
    const { id } = await onlyCase()
    await send(services, MOTHER, '删除我的资料')
    await send(services, MOTHER, '3')
    const read = await readCase(services, STAFF, id)
    expect(read).toMatchObject({ state: 'open', reach: 'nobody' })
    expect(read?.messages).toHaveLength(2)
    expect(await resolveCase(services, tokenActor('li'), id, { outcome: 'corrected' })).toMatchObject({
      told: { queued: 0, nobody: true },
    })
  })

  it('may do so after a stop, without starting again', async () => {
    await send(services, MOTHER, '停止')
    expect(await send(services, MOTHER, '删除我的资料')).toContain('不再收信的设置也会删掉')
    expect(await send(services, MOTHER, '是')).toContain('已删除')
    expect(await services.store.rows('select id from contacts')).toEqual([])
  })

  it('is answered by the outbox where the channel wants it, of which nothing stays once it has left', async () => {
    await send(services, CHAT, '你好', 'telegram')
    await send(services, CHAT, '删除我的资料', 'telegram')
    await send(services, CHAT, '1', 'telegram')
    const waiting = await services.store.rows('select kind, state, contact_id as contact from outbox')
    expect(waiting).toEqual([{ kind: 'answer', state: 'queued', contact: null }])
    await runJob(services, 'sweep-forgotten')
    expect(await services.store.rows('select id from outbox')).toHaveLength(1)
    await services.store.atomically([statement("update outbox set state = 'sent'")])
    await runJob(services, 'sweep-forgotten')
    expect(await services.store.rows('select id from outbox')).toEqual([])
    expect(await everything()).not.toContain(services.vault.index('address', CHAT))
  })

  it('keeps the other household’s telephone in its case', async () => {
    const other = '+8612900008888'
    await services.store.atomically([
      statement(
        `insert into household_telephones (household_id, address_index, import_id)
         select household_id, ?2, import_id from household_telephones
         where address_index in (select value from json_each(?1))`,
        [JSON.stringify(services.vault.indexes('address', MOTHER)), services.vault.index('address', other)],
      ),
    ])
    await send(services, MOTHER, '登记错了')
    await send(services, other, '登记错了')
    const first = await onlyCase()
    await send(services, MOTHER, '删除我的资料')
    await send(services, MOTHER, '1')
    const { cases } = await listCases(services, STAFF, { state: 'open', limit: 10 })
    expect(cases.map(({ reference }) => reference)).toEqual(first.joined)
    expect((await readCase(services, STAFF, cases[0]?.id ?? ''))?.messages).toHaveLength(1)
  })
})
