import { beforeEach, describe, expect, it } from 'vitest'
import { openTestStore, PLATFORM } from '#platform'
import { segmentsOf } from '../../src/conversation/rendering/segments.ts'
import { enqueue } from '../../src/outbox/enqueue.ts'
import { figuresFor } from '../../src/console/overview/figures.ts'
import type { Services } from '../../src/services.ts'
import { type Area, PROVINCE } from '../../src/staff/area.ts'
import { statement } from '../../src/storage/store.ts'
import { signedInAs } from './desk.ts'
import { importPersonas, testServices } from './services.ts'
import { send } from './telephones.ts'

const MOTHER = '+8612900000001'
const STRANGER = '+8612900009999'
const HOME: Area = { code: '621223', township: null }
const NEIGHBOUR: Area = { code: '623025', township: null }

let services: Services

async function asked(area: Area): Promise<number> {
  const { questions } = await figuresFor(services, { name: 'li', role: 'inspector', area })
  return questions.reduce((sum, { count }) => sum + count, 0)
}

describe(`the figures of the first page on ${PLATFORM}`, () => {
  beforeEach(async () => {
    services = await testServices(await openTestStore())
    await importPersonas(services)
  })

  it("count a family's question in its own county and in the province, and nowhere else", async () => {
    await send(services, MOTHER, '幼儿园能免多少钱')
    expect([await asked(HOME), await asked(NEIGHBOUR), await asked(PROVINCE)]).toEqual([1, 0, 1])
  })

  it("leave a stranger's question to the province", async () => {
    await send(services, STRANGER, '幼儿园能免多少钱')
    expect([await asked(HOME), await asked(PROVINCE)]).toEqual([0, 1])
  })

  it('count households and pupils of the area alone', async () => {
    const sum = async (area: Area) =>
      (await figuresFor(services, { name: 'li', role: 'inspector', area })).households.reduce(
        (all, { count }) => all + count,
        0,
      )
    expect((await sum(HOME)) + (await sum(NEIGHBOUR))).toBe(await sum(PROVINCE))
    expect(await sum(HOME)).toBeGreaterThan(0)
  })

  it('tell how long the cases settled took, and how many in time, of the area alone', async () => {
    await services.store.atomically([
      statement(
        `insert into cases (id, reference, kind, state, county, opened_at, due_on, closed_at, outcome)
          select value ->> 0, value ->> 0, 'person', 'closed', value ->> 1, value ->> 2, '2026-11-10', value ->> 3, 'answered'
          from json_each(?1)`,
        [
          JSON.stringify([
            ['A', '621223', '2026-11-01T00:00:00Z', '2026-11-02T00:00:00Z'],
            ['B', '621223', '2026-11-01T00:00:00Z', '2026-11-05T00:00:00Z'],
            // Past midnight of its last day in Shanghai.
            ['C', '621223', '2026-11-01T00:00:00Z', '2026-11-10T16:30:00Z'],
            ['D', '623025', '2026-11-01T00:00:00Z', '2026-11-09T00:00:00Z'],
            ['E', '621223', '2026-01-01T00:00:00Z', '2026-01-09T00:00:00Z'],
          ]),
        ],
      ),
    ])
    const { settled } = await figuresFor(services, { name: 'li', role: 'inspector', area: HOME })
    expect(settled).toEqual({ count: 3, inTime: 2, medianDays: 4 })
  })

  it('count what was answered, and how far the programmes reach', async () => {
    await send(services, MOTHER, '幼儿园能免多少钱')
    const actor = { name: 'li', role: 'inspector', area: HOME } as const
    const { sent, gaps, targets } = await figuresFor(services, actor)
    expect(sent).toEqual([{ kind: 'answer', channel: 'sms', count: 1 }])
    const far = await figuresFor(services, { ...actor, area: NEIGHBOUR })
    expect(far.sent).toEqual([])
    const waiver = gaps?.programmes.find(({ programme }) => programme === 'preschool-fee-waiver')
    expect(waiver?.gap.eligible).toBeGreaterThan(0)
    expect(targets.find(({ target }) => target.id === 'broadband')?.counted).toBeNull()
  })

  it('tell the SMS that left and what they cost, by week, kind and language, of the area alone', async () => {
    services = {
      ...services,
      settings: { ...services.settings, smsPrice: { amount: 0.05, currency: 'CNY' } },
    }
    const answer = await send(services, MOTHER, '幼儿园能免多少钱')
    const notice = { channel: 'sms', kind: 'notice', contactId: null, address: MOTHER } as const
    const text = 'ཁྱེད་ཀྱི་རེ་ཞུ་ལ་ལན་བཏབ་ཟིན།'
    await services.store.atomically(
      await enqueue(services, [{ ...notice, spoken: { text } }], services.clock()),
    )
    const of = async (area: Area) =>
      (await figuresFor(services, { name: 'li', role: 'inspector', area })).spent.map(
        ({ kind, language, messages, segments }) => ({ kind, language, messages, segments }),
      )
    const answered = { kind: 'answer', language: 'zh-CN', messages: 1, segments: segmentsOf(answer) }
    expect(await of(HOME)).toEqual([answered])
    await services.store.atomically([
      statement("update outbox set state = 'sent', settled_at = ?1", [services.clock().toISOString()]),
    ])
    expect(await of(HOME)).toEqual([answered, { kind: 'notice', language: 'bo', messages: 1, segments: 1 }])
    expect(await of(NEIGHBOUR)).toEqual([])
    const browser = await signedInAs(services, 'li.spent', 'inspector', HOME)
    const table = await (await browser.get('/console/overview/figures.csv')).text()
    expect(table).toContain(`通知,bo,1,1,0.05,CNY`)
    expect(await (await browser.get('/console')).text()).toContain('0.2 元')
  })

  it('are taken away as a table', async () => {
    const browser = await signedInAs(services, 'li.figures', 'inspector', HOME)
    const response = await browser.get('/console/overview/figures.csv')
    expect(response.headers.get('content-disposition')).toContain('attachment')
    expect(await response.text()).toContain('幼儿园免保教费')
  })
})
