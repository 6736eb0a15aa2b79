import { beforeEach, describe, expect, it } from 'vitest'
import { PLATFORM } from '#platform'
import { cancelBroadcast, pauseBroadcast, sendAgain } from '../../../src/broadcasts/life/control.ts'
import {
  type DeliveryFilter,
  type DeliveryLine,
  type DeliveryPage,
  listDeliveries,
} from '../../../src/broadcasts/deliveries.ts'
import type { SendResult } from '../../../src/outbox/sender.ts'
import { statement } from '../../../src/storage/store.ts'
import { signedInAs } from '../desk.ts'
import { importFamilies, telephoneOf } from '../families.ts'
import { send } from '../telephones.ts'
import {
  AUTHOR,
  approved,
  DAYS,
  FAILED,
  must,
  openScene,
  PLAN,
  read,
  type Scene,
  SENT,
  sendAll,
} from './scene.ts'

let scene: Scene
let services: Scene['services']
let answerTo: (address: string) => SendResult

beforeEach(async () => {
  answerTo = () => SENT
  scene = await openScene({}, ({ address }) => answerTo(address))
  services = scene.services
})

async function lines(id: string, filter: Partial<DeliveryFilter> = {}): Promise<readonly DeliveryLine[]> {
  const all: DeliveryLine[] = []
  let after: string | null = null
  do {
    const page: DeliveryPage = must(
      await listDeliveries(services, AUTHOR, id, { after, limit: 2, ...filter }),
    )
    all.push(...page.deliveries)
    after = page.next
  } while (after !== null)
  return all
}

describe(`a repeated broadcast on ${PLATFORM}`, () => {
  const WEEKLY = { repeat: { every: 'week', until: '2026-12-02' } } as const

  it('is sent each week until its last day, to whoever is in the audience then', async () => {
    await importFamilies(services, [{}, {}])
    const id = await approved(services, WEEKLY)
    await sendAll(services)
    expect(await read(services, id)).toMatchObject({
      broadcast: { state: 'scheduled' },
      run: { number: 2, dueAt: '2026-11-25T04:00:00.000Z' },
    })
    await sendAll(services)
    expect(scene.sms.addresses()).toHaveLength(2)
    // One has applied meanwhile, and a third family has come to the register.
    await services.store.atomically([
      statement(
        `insert into ledger (person_id, programme, school_year, state, applied_on)
         select id, 'secondary-vocational-grant', 2026, 'applied', '2026-11-20' from persons
         where household_id = (select household_id from household_telephones where address_index = ?1)
         on conflict do update set state = 'applied', applied_on = excluded.applied_on`,
        [services.vault.index('address', telephoneOf(0))],
      ),
    ])
    await importFamilies(services, [{}, {}, {}])
    services.moveClock(7 * DAYS)
    await sendAll(services)
    expect(scene.sms.addresses().slice(2).toSorted()).toEqual([telephoneOf(1), telephoneOf(2)])
    services.moveClock(7 * DAYS)
    await sendAll(services)
    expect(scene.sms.addresses()).toHaveLength(6)
    expect((await read(services, id)).broadcast.state).toBe('done')
    services.moveClock(7 * DAYS)
    await sendAll(services)
    expect(scene.sms.addresses()).toHaveLength(6)
    expect(await lines(id, { run: 1 })).toHaveLength(2)
    expect(await lines(id, { run: 2 })).toHaveLength(2)
  })

  it('leaves out the times that it slept through', async () => {
    await importFamilies(services, [{}])
    const id = await approved(services, { repeat: { every: 'week', until: '2027-01-31' } })
    await sendAll(services)
    services.moveClock(24 * DAYS)
    await sendAll(services)
    await sendAll(services)
    expect(scene.sms.addresses()).toHaveLength(2)
    expect((await read(services, id)).run).toMatchObject({ number: 3, dueAt: '2026-12-16T04:00:00.000Z' })
  })

  it('is paused and cancelled between two times as in one', async () => {
    await importFamilies(services, [{}])
    const id = await approved(services, WEEKLY)
    await sendAll(services)
    must(await pauseBroadcast(services, AUTHOR, id))
    services.moveClock(8 * DAYS)
    await sendAll(services)
    must(await cancelBroadcast(services, AUTHOR, id))
    services.moveClock(8 * DAYS)
    await sendAll(services)
    expect(scene.sms.addresses()).toHaveLength(1)
  })
})

describe(`what failed on ${PLATFORM}`, () => {
  it('is sent again to those alone, each looked at anew', async () => {
    await importFamilies(services, Array(6).fill({}))
    const unreachable = [1, 2, 3].map(telephoneOf)
    answerTo = (address) => (unreachable.includes(address) ? FAILED : SENT)
    const id = await approved(services)
    await sendAll(services)
    expect((await read(services, id)).counts).toMatchObject({ sent: 3, failed: 3 })

    answerTo = () => SENT
    await send(services, telephoneOf(2), '停止')
    await importFamilies(services, [{}, {}, {}, { children: [['王志强', '03']] }, {}, {}])
    must(await sendAgain(services, AUTHOR, id))
    must(await sendAgain(services, AUTHOR, id))
    await sendAll(services)
    expect(scene.sms.addresses()).toHaveLength(4)
    expect(scene.sms.addresses().at(-1)).toBe(telephoneOf(1))
    expect(await read(services, id)).toMatchObject({
      broadcast: { state: 'done' },
      counts: { sent: 4, failed: 0, skipped: 2 },
      skippedBecause: { stopped: 1, 'left-audience': 1 },
    })
  })

  it('may be sent again where it failed again, and nothing where nothing failed', async () => {
    await importFamilies(services, [{}])
    answerTo = () => FAILED
    const id = await approved(services)
    await sendAll(services)
    for (let nth = 0; nth < 2; nth++) {
      must(await sendAgain(services, AUTHOR, id))
      await sendAll(services)
    }
    expect((await read(services, id)).counts).toMatchObject({ sent: 0, failed: 1 })
    answerTo = () => SENT
    must(await sendAgain(services, AUTHOR, id))
    await sendAll(services)
    expect(await sendAgain(services, AUTHOR, id)).toMatchObject({
      fault: { code: 'conflict', fields: [{ path: 'counts.failed' }] },
    })
  })
})

describe(`the deliveries of a broadcast on ${PLATFORM}`, () => {
  it('that failed are shown to staff by what it means and what to do, in their language, with the code', async () => {
    await importFamilies(services, [{}, {}, {}])
    answerTo = (address) => (address === telephoneOf(1) ? { state: 'failed', code: '29999' } : FAILED)
    const id = await approved(services)
    await sendAll(services)
    const browser = await signedInAs(services, 'li.failed', 'approver', { code: '621223', township: null })
    const page = await (await browser.get(`/console/broadcasts/${id}`)).text()
    for (const words of [
      '打不通：手机关了、停机、没信号，或者不在服务区。',
      '2 条，看是哪些农户',
      '<code>30003</code>',
      '没有送到，原因不清楚。',
      '<code>29999</code>',
    ])
      expect(page).toContain(words)
    expect(page).not.toContain('短信的文字被当成广告')
  })

  it('are a line each, page by page, without a telephone and without a text', async () => {
    await importFamilies(services, [{}, { telephone: '' }, {}, { language: '藏语' }, {}])
    answerTo = (address) => (address === telephoneOf(2) ? FAILED : SENT)
    const id = await approved(services)
    expect(await lines(id)).toEqual([])
    await sendAll(services)
    const all = await lines(id)
    const [failed, ...others] = all.toSorted((one, other) => (one.state < other.state ? -1 : 1))
    expect(failed).toMatchObject({ state: 'failed', code: '30003', channel: 'sms', language: 'zh-CN' })
    expect(others.map(({ state }) => state)).toEqual(['sent', 'sent', 'sent', 'skipped'])
    expect(others.at(-1)).toMatchObject({ code: 'no-address', channel: null })
    expect(others.map(({ language }) => language)).toContain('bo')
    expect(new Set(all.map(({ key }) => key)).size).toBe(5)
    expect(JSON.stringify(all)).not.toMatch(/\+86|王志强|助学金/u)
    expect(await lines(id, { state: 'failed' })).toEqual([failed])
    expect(await listDeliveries(services, AUTHOR, id, { run: 2, limit: 2 })).toMatchObject({
      fault: { code: 'not-found' },
    })
  })

  it('count a message for each person where it was asked for', async () => {
    const children = [
      ['马一', '11'],
      ['马二', '10'],
    ] as const
    await importFamilies(services, [{ children }])
    const id = await approved(services, { audience: { ...PLAN.audience, per: 'person' } })
    await sendAll(services)
    expect(scene.sms.texts().toSorted()).toEqual(
      ['马一可以申请中职助学金，每学年2000元。', '马二可以申请中职助学金，每学年2000元。'].toSorted(),
    )
    expect(new Set((await lines(id)).map(({ household }) => household)).size).toBe(1)
  })
})

describe(`the ledger on ${PLATFORM}`, () => {
  const LEDGER = `select l.state, l.school_year as year, l.told_on as told, l.applied_on as applied from ledger l
    join persons p on p.id = l.person_id order by l.told_on, l.applied_on`

  it('notes who was told by a broadcast that left, on that day, and not who was not', async () => {
    await importFamilies(services, [{}, {}, {}])
    answerTo = (address) => (address === telephoneOf(1) ? FAILED : SENT)
    await send(services, telephoneOf(2), '停止')
    await approved(services)
    await sendAll(services)
    expect(await services.store.rows(LEDGER)).toEqual([
      { state: 'told', year: 2026, told: '2026-11-18', applied: null },
    ])
  })

  it('keeps what it knew, and notes no one who was told that they do not qualify', async () => {
    await importFamilies(services, [{}])
    await services.store.atomically([
      statement(
        `insert into ledger (person_id, programme, school_year, state, applied_on)
         select id, 'secondary-vocational-grant', 2026, 'applied', '2026-10-01' from persons where stage = 'secondary-vocational'`,
      ),
    ])
    await approved(services, { audience: { county: '621223', programme: 'secondary-vocational-grant' } })
    await approved(services, {
      audience: { county: '621223', programme: 'preschool-fee-waiver', outcome: 'ineligible' },
      body: { 'zh-CN': '{{child}}' },
    })
    await sendAll(services)
    expect(scene.sms.addresses()).toHaveLength(2)
    expect(await services.store.rows(LEDGER)).toEqual([
      { state: 'applied', year: 2026, told: '2026-11-18', applied: '2026-10-01' },
    ])
  })
})
