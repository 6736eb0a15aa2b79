import { beforeEach, describe, expect, it } from 'vitest'
import { openTestStore, PLATFORM } from '#platform'
import { CASE_ORDERS } from '../../src/cases/case-order.ts'
import { countCases, listCases } from '../../src/cases/list-cases.ts'
import { readCase } from '../../src/cases/read-case.ts'
import { newReference } from '../../src/cases/reference.ts'
import { replyToCase } from '../../src/cases/reply-to-case.ts'
import { resolveCase } from '../../src/cases/resolve-case.ts'
import { tokenActor } from '../../src/staff/actor.ts'
import type { Role } from '../../src/staff/permissions.ts'
import { shownReference } from '../../src/conversation/hearing/references.ts'
import { parseOutgoing, placeOfOutgoing } from '../../src/outbox/outgoing.ts'
import { type Query, statement } from '../../src/storage/store.ts'
import { importPersonas, testServices } from './services.ts'
import { send } from './telephones.ts'

const STAFF = tokenActor('test')

const MOTHER = '+8612900000001'
const HERDER = '+8612900000004'
const STRANGER = '+8612900009999'
const OTHER = '+8612900008888'

const DAYS = 24 * 3600 * 1000

type TestServices = Awaited<ReturnType<typeof testServices>>
let services: TestServices

beforeEach(async () => {
  services = await testServices(await openTestStore())
})

async function open(address: string, text: string) {
  const before = new Set((await listCases(services, STAFF, { limit: 100 })).cases.map(({ id }) => id))
  await send(services, address, text)
  const { cases } = await listCases(services, STAFF, { limit: 100 })
  const opened = cases.find(({ id }) => !before.has(id))
  if (opened === undefined) throw new Error('no case was opened')
  return opened
}

async function notices() {
  const rows = await services.store.rows<{ id: string; sealed: string }>(
    "select id, sealed from outbox where kind = 'notice' and state = 'queued' order by id",
  )
  return Promise.all(
    rows.map(async ({ id, sealed }) => {
      const { address, spoken } = parseOutgoing(await services.vault.open(sealed, placeOfOutgoing(id)))
      return { address, text: spoken.text }
    }),
  )
}

describe(`a case on ${PLATFORM}`, () => {
  it("is nobody's business outside its county, and no inspector's to answer", async () => {
    await importPersonas(services)
    const { id } = await open(MOTHER, '我要找人工')
    const staff = (role: Role, code: string) => ({ name: 'li', role, area: { code, township: null } })
    const foreign = staff('operator', '623025')
    expect((await listCases(services, foreign, { limit: 10 })).cases).toEqual([])
    expect(await readCase(services, foreign, id)).toBeNull()
    expect(await resolveCase(services, foreign, id, { outcome: 'answered' })).toMatchObject({
      fault: { code: 'not-found' },
    })
    const inspector = staff('inspector', '621223')
    expect(await readCase(services, inspector, id)).toMatchObject({ id })
    expect(await replyToCase(services, inspector, id, { 'zh-CN': '请来' })).toMatchObject({
      fault: { code: 'forbidden' },
    })
  })

  it('asks two short questions, keeps the answers sealed, and is due in fifteen days', async () => {
    const { id, dueOn, state } = await open(STRANGER, '我家没上建档立卡')
    expect({ dueOn, state }).toEqual({ dueOn: '2026-12-03', state: 'open' })
    services.moveClock(1000)
    await send(services, STRANGER, '宕昌县旧城村，户主赵大山')
    services.moveClock(1000)
    await send(services, STRANGER, '前年就没有')
    const read = await readCase(services, STAFF, id)
    expect(read?.messages.map(({ author }) => author)).toEqual(['family', 'family', 'family'])
    expect(read?.messages.map(({ text }) => text).join('\n')).toMatch(/赵大山[\s\S]*前年就没有/)
    const stored = await Promise.all(
      ['cases', 'case_messages', 'messages', 'sessions'].map((table) =>
        services.store.rows(`select * from ${table}`),
      ),
    )
    expect(JSON.stringify(stored)).not.toMatch(/赵大山|建档立卡|12900009999/)
  })

  it('keeps no ID number that somebody wrote into it', async () => {
    const { id } = await open(STRANGER, '我家没上建档立卡，身份证622827199003071234')
    const read = await readCase(services, STAFF, id)
    expect(read?.messages[0]?.text).toContain('***')
    expect(JSON.stringify(read)).not.toContain('622827199003071234')
  })

  it('is decided anew with another reference where its own is taken', async () => {
    const taken = newReference(services)
    await open(STRANGER, '人工')
    await services.store.atomically([statement('update cases set reference = ?1', [taken.slice(0, 6)])])
    let made = 0
    let tries = 0
    const clashing = {
      ...services,
      // Until the first try to commit, every number drawn is the taken one.
      ids: () => (tries === 0 ? `${String(made++).padStart(10, '0')}${taken}000000` : services.ids()),
      store: {
        ...services.store,
        atomically: async (writes: readonly Query[]) => {
          tries += 1
          return services.store.atomically(writes)
        },
      },
    }
    const answer = await send(clashing, OTHER, '人工')
    expect(tries).toBe(2)
    const { cases } = await listCases(services, STAFF, { limit: 10 })
    const other = cases.find((one) => one.reference !== taken.slice(0, 6))
    expect(answer).toContain(other?.reference)
    expect(cases).toHaveLength(2)
  })

  it('tells how it stands to who opened it, and nothing to anybody else', async () => {
    const { reference } = await open(STRANGER, '我家没上建档立卡')
    await send(services, STRANGER, '算了')
    const own = await send(services, STRANGER, reference.toLowerCase())
    expect(own).toContain(reference)
    const guessed = await send(services, OTHER, reference)
    const nothing = await send(services, OTHER, '7KQ4M2')
    expect(guessed).toBe(nothing)
    expect(guessed).not.toContain(reference)
  })

  it('joins a second telephone of the household silently, each with its own number, and tells both', async () => {
    await importPersonas(services)
    const [household] = await services.store.rows<{ id: string }>(
      'select household_id as id from household_telephones where address_index in (select value from json_each(?1))',
      [JSON.stringify(services.vault.indexes('address', MOTHER))],
    )
    await services.store.atomically([
      statement(
        `insert into household_telephones (household_id, address_index, import_id)
         select household_id, ?2, import_id from household_telephones where household_id = ?1 limit 1`,
        [household?.id ?? '', services.vault.index('address', OTHER)],
      ),
    ])
    const first = await open(MOTHER, '登记错了')
    const answer = await send(services, OTHER, '登记错了')
    expect(answer).not.toContain(first.reference)
    const page = await listCases(services, STAFF, { limit: 10 })
    expect(page.cases).toHaveLength(1)
    expect(page.cases[0]?.joined).toHaveLength(1)
    expect((await readCase(services, STAFF, first.id))?.messages).toHaveLength(2)

    const result = await resolveCase(services, tokenActor('test'), first.id, { outcome: 'corrected' })
    expect(result).toEqual({ ok: true, told: { queued: 2, stopped: 0, nobody: false } })
    const told = await notices()
    expect(told.map(({ address }) => address).toSorted()).toEqual([MOTHER, OTHER].toSorted())
    expect(told.find(({ address }) => address === OTHER)?.text).not.toContain(first.reference)
    expect(await send(services, OTHER, page.cases[0]?.joined[0] ?? '')).toContain('登记已经改正')
  })

  it('is answered in the family’s language, and a missing one is a fault that names it', async () => {
    await importPersonas(services)
    const { id, reference } = await open(HERDER, 'ཐོ་ནོར་འདུག')
    expect(await replyToCase(services, tokenActor('test'), id, { 'zh-CN': '请来一趟' })).toEqual({
      ok: false,
      fault: {
        code: 'invalid',
        fields: [
          {
            path: 'text.bo',
            problem: 'is missing, and the family reads Tibetan',
            told: { code: 'family-reads-it' },
          },
        ],
      },
    })
    services.moveClock(1000)
    expect(await replyToCase(services, tokenActor('test'), id, { bo: 'ལས་ཁུངས་ལ་ཤོག' })).toMatchObject({
      ok: true,
    })
    const [notice] = await notices()
    expect(notice?.address).toBe(HERDER)
    expect(notice?.text).toContain('ལས་ཁུངས་ལ་ཤོག')
    expect(notice?.text).toContain(reference)
    expect(notice?.text).not.toMatch(/\p{Script=Han}/u)
    expect((await readCase(services, STAFF, id))?.messages.at(-1)).toMatchObject({
      author: 'office',
      by: 'test',
    })
  })

  it('takes a family’s answer that names its number', async () => {
    const { id, reference } = await open(STRANGER, '人工')
    await send(services, STRANGER, '算了')
    services.moveClock(1000)
    await send(services, STRANGER, `${reference} 我明天能来`)
    expect((await readCase(services, STAFF, id))?.messages.at(-1)?.text).toContain('我明天能来')
  })

  it('is settled once, of two who settle it at once, and the family is told once', async () => {
    const { id, reference } = await open(STRANGER, '人工')
    const results = await Promise.all(
      ['li', 'wang'].map((by) => resolveCase(services, tokenActor(by), id, { outcome: 'answered' })),
    )
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(results.filter((result) => !result.ok && result.fault.code === 'conflict')).toHaveLength(1)
    const told = await notices()
    expect(told).toHaveLength(1)
    expect(told[0]?.text).toContain(reference)
    expect(await readCase(services, STAFF, id)).toMatchObject({ state: 'closed', outcome: 'answered' })
    expect(await replyToCase(services, tokenActor('li'), id, { 'zh-CN': '补一句' })).toMatchObject({
      fault: { code: 'conflict' },
    })
  })

  it('ends only as its kind can', async () => {
    const { id } = await open(STRANGER, '人工')
    const result = await resolveCase(services, tokenActor('li'), id, { outcome: 'paid' })
    expect(result).toMatchObject({ ok: false, fault: { code: 'invalid', fields: [{ path: 'outcome' }] } })
    expect(await readCase(services, STAFF, id)).toMatchObject({ state: 'open' })
  })

  it('is open again where the family says that it is not settled, and then due anew', async () => {
    const { id } = await open(STRANGER, '人工')
    await send(services, STRANGER, '算了')
    await resolveCase(services, tokenActor('li'), id, { outcome: 'answered' })
    services.moveClock(3 * DAYS)
    await send(services, STRANGER, '没解决')
    expect(await readCase(services, STAFF, id)).toMatchObject({
      state: 'open',
      outcome: null,
      closedBy: null,
      dueOn: '2026-12-06',
    })
  })

  it('sends nothing to who said stop, and says so to staff', async () => {
    const { id } = await open(STRANGER, '人工')
    await replyToCase(services, tokenActor('li'), id, { 'zh-CN': '请来一趟' })
    await send(services, STRANGER, '停止')
    expect(await notices()).toEqual([])
    expect(await readCase(services, STAFF, id)).toMatchObject({ reach: 'stopped' })
    const result = await resolveCase(services, tokenActor('li'), id, { outcome: 'answered' })
    expect(result).toEqual({ ok: true, told: { queued: 0, stopped: 1, nobody: false } })
    expect(await notices()).toEqual([])
  })
})

describe(`the list of cases on ${PLATFORM}`, () => {
  it.each(CASE_ORDERS.flatMap((column) => [false, true].map((isDescending) => ({ column, isDescending }))))(
    'pages through all, each once, by $column, descending: $isDescending',
    async (order) => {
      const openedLater = async (address: string) => {
        services.moveClock(1000)
        return (await open(address, '人工')).id
      }
      const first = await openedLater(STRANGER)
      const second = await openedLater(OTHER)
      const third = await openedLater(MOTHER)
      // The oldest is due last, the next on no day at all.
      await services.store.atomically([
        statement("update cases set due_on = '2099-01-01' where id = ?1", [first]),
        statement('update cases set due_on = null where id = ?1', [second]),
      ])
      const inOrder = order.column === 'opened' ? [first, second, third] : [third, first, second]
      const seen: string[] = []
      for (let after: string | null = null; ; ) {
        const page = await listCases(services, STAFF, { order, after, limit: 1 })
        seen.push(...page.cases.map(({ id }) => id))
        after = page.next
        if (after === null) break
      }
      expect(seen).toEqual(order.isDescending ? inOrder.toReversed() : inOrder)
    },
  )

  it('pages through all, each once, and narrows by state, kind, county and day', async () => {
    await importPersonas(services)
    for (const address of [STRANGER, OTHER]) await open(address, '人工')
    const late = await open(MOTHER, '登记错了')
    const seen: string[] = []
    for (let after: string | null = null; ; ) {
      const page = await listCases(services, STAFF, { after, limit: 2 })
      seen.push(...page.cases.map(({ id }) => id))
      after = page.next
      if (after === null) break
    }
    expect(seen).toHaveLength(3)
    expect(new Set(seen).size).toBe(3)
    const ids = async (filter: object) => {
      const { cases } = await listCases(services, STAFF, { ...filter, limit: 10 })
      expect(await countCases(services, STAFF, filter)).toBe(cases.length)
      return cases.map(({ id }) => id)
    }
    expect(await ids({ kind: 'correction' })).toEqual([late.id])
    expect(await ids({ county: '621223', kind: 'correction' })).toEqual([late.id])
    expect(await ids({ county: '620101' })).toEqual([])
    expect(await ids({ overdue: true })).toEqual([])
    services.moveClock(16 * DAYS)
    expect(await ids({ overdue: true })).toHaveLength(3)
    await resolveCase(services, tokenActor('li'), late.id, { outcome: 'corrected' })
    expect(await ids({ overdue: true })).not.toContain(late.id)
    expect(await ids({ state: 'closed' })).toEqual([late.id])
  })
})

describe(`a report of misuse on ${PLATFORM}`, () => {
  it('stands beside no telephone, no household and no message of who made it', async () => {
    await importPersonas(services)
    const { id, reference } = await open(MOTHER, '举报')
    services.moveClock(1000)
    await send(services, MOTHER, '旧城村有人冒领助学金')
    await send(services, MOTHER, '2')
    const [row] = await services.store.rows(
      'select contact_id as contact, household_id as household from cases where id = ?1',
      [id],
    )
    expect(row).toEqual({ contact: null, household: null })
    expect((await readCase(services, STAFF, id))?.messages.at(-1)?.text).toContain('旧城村有人冒领助学金')

    const [contact] = await services.store.rows<{ id: string; sealed: string }>(
      'select c.id, s.sealed from contacts c join sessions s on s.contact_id = c.id',
    )
    const session = await services.vault.open(contact?.sealed ?? '', `sessions/${contact?.id}`)
    expect(session).not.toContain(reference)
    const messages = await services.store.rows<{ id: string; sealed: string }>(
      'select id, sealed from messages where contact_id is not null',
    )
    for (const message of messages) {
      const text = await services.vault.open(message.sealed, `messages/${message.id}`)
      expect(text).not.toContain(shownReference(reference))
      expect(text).not.toContain('冒领')
    }
  })

  it('has a longer number, which tells whoever sends it whether it is settled, and no more', async () => {
    const { id, reference } = await open(STRANGER, '举报')
    expect(reference).toHaveLength(10)
    await send(services, STRANGER, '旧城村有人冒领')
    await send(services, STRANGER, '不要')
    expect(await send(services, OTHER, shownReference(reference))).toContain('这件举报正在办。')
    expect(await resolveCase(services, tokenActor('li'), id, { outcome: 'dealt-with' })).toEqual({
      ok: true,
      told: { queued: 0, stopped: 0, nobody: true },
    })
    expect(await send(services, OTHER, reference)).toContain('这件举报已经办完。')
    expect(await notices()).toEqual([])
  })

  it('is tied to who made it where they want to be told, and to them alone', async () => {
    const { id, reference } = await open(STRANGER, '举报')
    await send(services, STRANGER, '旧城村有人冒领')
    await send(services, STRANGER, '1')
    expect(await readCase(services, STAFF, id)).toMatchObject({ reach: 'reachable', household: null })
    expect(await send(services, OTHER, reference)).toContain('没有查到')
    await resolveCase(services, tokenActor('li'), id, { outcome: 'unfounded' })
    const [notice] = await notices()
    expect(notice?.address).toBe(STRANGER)
  })
})
