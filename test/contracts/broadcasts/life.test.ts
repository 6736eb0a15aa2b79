import { beforeEach, describe, expect, it } from 'vitest'
import { PLATFORM } from '#platform'
import { linkAudit } from '../../../src/audit/chain.ts'
import { verifyAudit } from '../../../src/audit/verify.ts'
import { approveBroadcast } from '../../../src/broadcasts/life/approve.ts'
import {
  cancelBroadcast,
  pauseBroadcast,
  resumeBroadcast,
  sendAgain,
} from '../../../src/broadcasts/life/control.ts'
import { createBroadcast } from '../../../src/broadcasts/life/create.ts'
import { listDeliveries } from '../../../src/broadcasts/deliveries.ts'
import { listBroadcasts } from '../../../src/broadcasts/list.ts'
import type { BroadcastResult } from '../../../src/broadcasts/life/move.ts'
import { previewBroadcast } from '../../../src/broadcasts/estimate/preview.ts'
import { readBroadcast } from '../../../src/broadcasts/read.ts'
import { reviseBroadcast } from '../../../src/broadcasts/life/revise.ts'
import { returnBroadcast, submitBroadcast } from '../../../src/broadcasts/life/submit.ts'
import type { Services } from '../../../src/services.ts'
import type { Actor } from '../../../src/staff/actor.ts'
import { importFamilies } from '../families.ts'
import { APPROVER, AUTHOR, approved, must, openScene, PLAN, type Scene, sendAll } from './scene.ts'

let scene: Scene
let services: Services

beforeEach(async () => {
  scene = await openScene()
  services = scene.services
  await importFamilies(services, [{}, {}])
})

async function draft(): Promise<string> {
  return must(await createBroadcast(services, AUTHOR, PLAN)).id
}

const code = (result: BroadcastResult<unknown>) => (result.ok ? 'ok' : result.fault.code)

const officer = (role: Actor['role'], area = '621223', township: string | null = null): Actor => ({
  name: `${role} ${area} ${township ?? ''}`,
  role,
  area: { code: area, township },
})

describe(`the life of a broadcast on ${PLATFORM}`, () => {
  it('leads from a draft to the end, and each step is told with who did it', async () => {
    const id = await draft()
    must(await submitBroadcast(services, AUTHOR, id))
    must(await approveBroadcast(services, APPROVER, id))
    await sendAll(services)
    const entries = await services.store.rows<{ action: string; actor: string }>(
      'select action, actor from audit_entries where subject = ?1 order by rowid',
      [id],
    )
    expect(entries.map(({ action, actor }) => `${actor} ${action}`)).toEqual([
      'li broadcast.create',
      'li broadcast.submit',
      'wang broadcast.approve',
      'huixue broadcast.start',
      'huixue broadcast.finish',
    ])
    await linkAudit(services)
    expect(await verifyAudit(services)).toMatchObject({ intact: true })
  })

  it('is approved by another person than any who wrote it', async () => {
    const id = await draft()
    expect(await approveBroadcast(services, AUTHOR, id)).toMatchObject({
      fault: { code: 'forbidden', fields: [{ path: 'approver' }] },
    })
    const third = { ...APPROVER, name: 'zhao' }
    must(await reviseBroadcast(services, third, id, { ...PLAN, name: '再改' }))
    expect(code(await approveBroadcast(services, third, id))).toBe('forbidden')
    expect(code(await approveBroadcast(services, AUTHOR, id))).toBe('forbidden')
    expect(code(await approveBroadcast(services, APPROVER, id))).toBe('ok')
  })

  it('goes back to its author, and is approved as it was read and not as it was changed since', async () => {
    const id = await draft()
    const seen = must(await submitBroadcast(services, AUTHOR, id)).version
    expect(code(await reviseBroadcast(services, AUTHOR, id, PLAN))).toBe('conflict')
    must(await returnBroadcast(services, APPROVER, id))
    must(await reviseBroadcast(services, AUTHOR, id, { ...PLAN, name: '改过' }))
    const now = must(await submitBroadcast(services, AUTHOR, id)).version
    expect(code(await approveBroadcast(services, APPROVER, id, seen))).toBe('conflict')
    expect(code(await approveBroadcast(services, APPROVER, id, now))).toBe('ok')
  })

  it('is not written over by who revised an earlier wording', async () => {
    const id = await draft()
    const both = [
      reviseBroadcast(services, AUTHOR, id, PLAN, 1),
      reviseBroadcast(services, APPROVER, id, PLAN, 1),
    ]
    expect((await Promise.all(both)).map(code).toSorted()).toEqual(['conflict', 'ok'])
  })

  it('is sent once however often its approval is clicked', async () => {
    const id = await draft()
    const clicks = Array.from({ length: 4 }, () => approveBroadcast(services, APPROVER, id))
    expect((await Promise.all(clicks)).map(code)).toEqual(['ok', 'ok', 'ok', 'ok'])
    await sendAll(services)
    expect(code(await approveBroadcast(services, APPROVER, id))).toBe('ok')
    await sendAll(services)
    expect(scene.sms.addresses()).toHaveLength(2)
  })

  it('is approved by one of two at once', async () => {
    const id = await draft()
    const other = { ...APPROVER, name: 'zhao' }
    const results = await Promise.all([APPROVER, other].map((actor) => approveBroadcast(services, actor, id)))
    expect(results.map(code).toSorted()).toEqual(['conflict', 'ok'])
  })

  it('does what is asked again by the same person only once, and tells others where it stands', async () => {
    const id = await approved(services, { sendAt: '2026-11-19T09:00:00+08:00' })
    const first = must(await pauseBroadcast(services, AUTHOR, id))
    expect(must(await pauseBroadcast(services, AUTHOR, id)).version).toBe(first.version)
    expect(await pauseBroadcast(services, APPROVER, id)).toMatchObject({
      fault: { code: 'conflict', fields: [{ path: 'state', problem: 'is paused' }] },
    })
    must(await resumeBroadcast(services, APPROVER, id))
    must(await cancelBroadcast(services, AUTHOR, id))
    expect(code(await resumeBroadcast(services, AUTHOR, id))).toBe('conflict')
  })

  it('may be cancelled as a draft, and is then nothing that can be approved', async () => {
    const id = await draft()
    must(await cancelBroadcast(services, AUTHOR, id))
    expect(code(await approveBroadcast(services, APPROVER, id))).toBe('conflict')
    await sendAll(services)
    expect(scene.sms.addresses()).toEqual([])
  })
})

describe(`a text of a broadcast on ${PLATFORM}`, () => {
  it('that is missing in a language which its families read stops submission and approval', async () => {
    await importFamilies(services, [{}, {}, { language: '藏语' }])
    const id = must(await createBroadcast(services, AUTHOR, { ...PLAN, body: { 'zh-CN': '请申请。' } })).id
    const fault = {
      code: 'invalid',
      fields: [
        {
          path: 'body.bo',
          problem: 'is missing, and 1 of the families read Tibetan',
          told: { code: 'families-read-it', params: { count: 1 } },
        },
      ],
    }
    expect(await submitBroadcast(services, AUTHOR, id)).toEqual({ ok: false, fault })
    expect(await approveBroadcast(services, APPROVER, id)).toEqual({ ok: false, fault })
    const { audience } = PLAN
    must(
      await reviseBroadcast(services, AUTHOR, id, {
        ...PLAN,
        audience: { ...audience, language: 'zh-CN' },
        body: { 'zh-CN': '请申请。' },
      }),
    )
    expect(code(await approveBroadcast(services, APPROVER, id))).toBe('ok')
  })

  it.each([
    ['no text at all', { body: {} }, 'body'],
    ['a placeholder that nobody knows', { body: { 'zh-CN': '{{name}}' } }, 'body.zh-CN'],
    ['an ID number', { body: { 'zh-CN': '身份证622827199003071234' } }, 'body.zh-CN'],
    ['the other language', { body: { bo: '请申请' } }, 'body.bo'],
    ['a child, and an audience of no persons', { audience: { county: '621223' } }, 'body.zh-CN'],
    [
      'a sum that the plan does not name',
      { audience: { county: '621223', programme: 'rural-teacher-subsidy' as const } },
      'body.zh-CN',
    ],
    [
      'an audience that asks for an outcome of nothing',
      { audience: { county: '621223', outcome: 'eligible' as const } },
      'audience.outcome',
    ],
    [
      'an end before its beginning',
      { repeat: { every: 'week' as const, until: '2026-11-17' } },
      'repeat.until',
    ],
  ])('with %s is told before anything is kept', async (_, wrong, path) => {
    const result = await createBroadcast(services, AUTHOR, { ...PLAN, ...wrong })
    expect(result).toMatchObject({ ok: false, fault: { code: 'invalid' } })
    expect(result.ok ? [] : result.fault.fields?.map((field) => field.path)).toContain(path)
    expect(await services.store.rows('select 1 from broadcasts')).toEqual([])
  })
})

describe(`who may do what with a broadcast on ${PLATFORM}`, () => {
  it('is said by the role', async () => {
    const tries = async (actor: Actor) => [
      code(await createBroadcast(services, actor, PLAN)),
      code(await approveBroadcast(services, actor, await draft())),
      code(
        await pauseBroadcast(
          services,
          actor,
          await approved(services, { sendAt: '2026-12-01T09:00:00+08:00' }),
        ),
      ),
    ]
    expect(await tries(officer('operator'))).toEqual(['ok', 'forbidden', 'ok'])
    expect(await tries(officer('approver'))).toEqual(['forbidden', 'ok', 'ok'])
    expect(await tries(officer('inspector'))).toEqual(['forbidden', 'forbidden', 'forbidden'])
    expect(await tries(officer('county-administrator'))).toEqual(['ok', 'ok', 'ok'])
  })

  it('ends at the area: what lies outside is not there', async () => {
    const id = await draft()
    const stranger = officer('county-administrator', '620422')
    const townsman = officer('county-administrator', '621223', '城关镇')
    for (const actor of [stranger, townsman]) {
      expect(await readBroadcast(services, actor, id)).toBeNull()
      const results = [
        await submitBroadcast(services, actor, id),
        await approveBroadcast(services, actor, id),
        await pauseBroadcast(services, actor, id),
        await cancelBroadcast(services, actor, id),
        await sendAgain(services, actor, id),
        await returnBroadcast(services, actor, id),
        await previewBroadcast(services, actor, id),
        await listDeliveries(services, actor, id, { limit: 10 }),
      ]
      expect(new Set(results.map(code))).toEqual(new Set(['not-found']))
      expect((await listBroadcasts(services, actor, { limit: 10 })).broadcasts).toEqual([])
      expect(await createBroadcast(services, actor, PLAN)).toMatchObject({
        fault: { code: 'invalid', fields: [{ path: 'audience.county' }] },
      })
    }
    const own = officer('county-administrator')
    expect(await readBroadcast(services, own, id)).not.toBeNull()
    expect((await listBroadcasts(services, own, { limit: 10 })).broadcasts).toHaveLength(1)
  })
})

describe(`the list of broadcasts on ${PLATFORM}`, () => {
  it('pages through all, the newest first, each once, and narrows by state', async () => {
    const ids: string[] = []
    for (let nth = 0; nth < 5; nth++) {
      scene.services.moveClock(1000)
      ids.unshift(await draft())
    }
    await cancelBroadcast(services, AUTHOR, ids[2] ?? '')
    const seen: string[] = []
    let after: string | null = null
    do {
      const page = await listBroadcasts(services, AUTHOR, { after, limit: 2 })
      seen.push(...page.broadcasts.map(({ id }) => id))
      after = page.next
    } while (after !== null)
    expect(seen).toEqual(ids)
    const { broadcasts } = await listBroadcasts(services, AUTHOR, { state: 'cancelled', limit: 10 })
    expect(broadcasts.map(({ id }) => id)).toEqual([ids[2]])
  })
})
