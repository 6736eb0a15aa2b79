import { beforeEach, describe, expect, it } from 'vitest'
import { PLATFORM } from '#platform'
import { approve, withdraw } from '../../../src/amendments/decide.ts'
import { propose } from '../../../src/amendments/propose.ts'
import { previewAudience } from '../../../src/audiences/preview.ts'
import { createBroadcast } from '../../../src/broadcasts/life/create.ts'
import type { Plan } from '../../../src/broadcasts/plan.ts'
import type { Change } from '../../../src/policy/parameters/change.ts'
import type { Effect } from '../../../src/policy/moves.ts'
import { type Family, importFamilies, telephoneOf, VOCATIONAL } from '../families.ts'
import { APPROVER, AUTHOR, approved, DAYS, openScene, read, type Scene, sendAll } from './scene.ts'

const FROM = '2026-12-01'
const LIFTED_COUNT: Change = { kind: 'standings', standings: ['lifted'] }
const MORE: Change = { kind: 'figure', figure: 'secondary-vocational-grant-yuan', value: 3000 }

/** Of them the second and third are lifted out; the fourth has nobody at school, the fifth lives elsewhere. */
const FAMILIES: readonly Family[] = [
  {},
  { lifted: true },
  { lifted: true, language: '藏语', children: [['བཀྲ་ཤིས', VOCATIONAL]] },
  { lifted: true, children: [] },
  { lifted: true, county: '620422' },
]

let scene: Scene

/** A decision's id, proposed by one; approved by another unless told not. */
async function decided(changes: readonly Change[], isApproved = true): Promise<string> {
  const { services } = scene
  const draft = { name: 'x', from: FROM, changes, citation: '甘教发〔2026〕12号', source: 'x' }
  const proposed = await propose(services, AUTHOR, draft)
  if (!proposed.ok) throw new Error(JSON.stringify(proposed.fault))
  const { id } = proposed.value
  if (isApproved) await approve(services, APPROVER, id)
  return id
}

function noticeOf(proposal: string, effect: Effect, plan: Partial<Plan> = {}): Partial<Plan> {
  return {
    audience: {
      county: '621223',
      programme: 'secondary-vocational-grant',
      change: { proposal, effect },
    },
    body: {
      'zh-CN': '从12月1日起，{{child}}能享受{{programme}}，每学年{{sum}}元。',
      bo: '{{child}}ལ་{{programme}}ཐོབ། {{sum}}',
    },
    ...plan,
  }
}

beforeEach(async () => {
  scene = await openScene()
  await importFamilies(scene.services, FAMILIES)
})

describe(`a notice of a decision on ${PLATFORM}`, () => {
  it('goes to those alone whom it gives something, each in its language, with the sum of its day', async () => {
    const { services, sms } = scene
    const proposal = await decided([LIFTED_COUNT, MORE])
    const id = await approved(services, noticeOf(proposal, 'gains'))
    expect((await read(services, id)).broadcast.estimate).toMatchObject({ size: 2, messages: 2 })
    await sendAll(services)
    expect(sms.addresses().toSorted()).toEqual([telephoneOf(1), telephoneOf(2)])
    expect(sms.textTo(telephoneOf(1))).toEqual(['从12月1日起，王志强能享受中职助学金，每学年3000元。'])
  })

  it('goes to those alone whom it takes something from', async () => {
    const { services, sms } = scene
    const body = { 'zh-CN': '从12月1日起，{{child}}不再享受{{programme}}。' }
    await approved(services, noticeOf(await decided([LIFTED_COUNT]), 'loses', { body }))
    await sendAll(services)
    expect(sms.addresses()).toEqual([telephoneOf(0)])
  })

  it('goes to those who are given more than before', async () => {
    const { services, sms } = scene
    await approved(services, noticeOf(await decided([MORE]), 'more'))
    await sendAll(services)
    expect(sms.addresses()).toEqual([telephoneOf(0)])
  })

  it('may be about whatever programme, one message a family', async () => {
    const { services, sms } = scene
    const proposal = await decided([LIFTED_COUNT])
    const audience = { county: '62', change: { proposal, effect: 'gains' } } as const
    const body = { 'zh-CN': '从12月1日起，{{child}}能多享受一些。', bo: '{{child}}ལ་ཐོབ།' }
    const plan = noticeOf(proposal, 'gains', { audience, body })
    await approved(services, plan)
    await sendAll(services)
    expect(sms.addresses().toSorted()).toEqual([1, 2, 4].map(telephoneOf))
    await approved(services, plan)
    await sendAll(services)
    expect(sms.addresses()).toHaveLength(3)
  })

  it('is not sent twice to a family within its days of rest', async () => {
    const { services, sms } = scene
    const proposal = await decided([LIFTED_COUNT])
    await approved(services, noticeOf(proposal, 'gains'))
    await sendAll(services)
    const again = await approved(services, noticeOf(proposal, 'gains'))
    await sendAll(services)
    expect(sms.addresses()).toHaveLength(2)
    expect((await read(services, again)).skippedBecause).toEqual({ 'told-lately': 2 })
  })

  it('is worked out when it is sent: whose child has changed school meanwhile is left out', async () => {
    const { services, sms } = scene
    await approved(services, {
      ...noticeOf(await decided([LIFTED_COUNT]), 'gains'),
      sendAt: new Date(services.clock().getTime() + DAYS).toISOString(),
    })
    const [, second = {}, ...others] = FAMILIES
    await importFamilies(services, [{}, { ...second, children: [['王志强', '03']] }, ...others])
    services.moveClock(DAYS)
    await sendAll(services)
    expect(sms.addresses()).toEqual([telephoneOf(2)])
  })

  it('notes nobody in the ledger as told that they qualify before the day has come', async () => {
    const { services } = scene
    await approved(services, noticeOf(await decided([LIFTED_COUNT]), 'gains'))
    await sendAll(services)
    expect(await services.store.rows('select * from ledger')).toEqual([])
  })

  it('is not drafted of a decision that nobody has approved, nor sent of one withdrawn', async () => {
    const { services, sms } = scene
    const proposal = await decided([LIFTED_COUNT], false)
    const { audience } = noticeOf(proposal, 'gains')
    const plan = { name: 'x', sendAt: null, repeat: null, restDays: 7, body: {}, audience }
    const refused = await createBroadcast(services, AUTHOR, {
      ...plan,
      ...noticeOf(proposal, 'gains'),
    } as Plan)
    expect(refused).toMatchObject({
      fault: { code: 'invalid', fields: [{ path: 'audience.change.proposal' }] },
    })
    await approve(services, APPROVER, proposal)
    await approved(services, {
      ...noticeOf(proposal, 'gains'),
      sendAt: new Date(services.clock().getTime() + DAYS).toISOString(),
    })
    await withdraw(services, APPROVER, proposal, '推迟')
    services.moveClock(DAYS)
    await sendAll(services)
    expect(sms.addresses()).toEqual([])
  })

  it('is counted before, with whom it leaves out and a sample that says why', async () => {
    const { services } = scene
    const change = { proposal: await decided([LIFTED_COUNT]), effect: 'gains' } as const
    const audience = { county: '621223', programme: 'secondary-vocational-grant', change } as const
    const counted = await previewAudience(services, AUTHOR, audience)
    if (!counted.ok) throw new Error(JSON.stringify(counted.fault))
    const { households, persons, excluded, sample, notCurrent } = counted.preview
    expect([households, persons, notCurrent]).toEqual([2, 2, 0])
    expect(excluded).toEqual([{ because: 'change', value: null, persons: 5 }])
    for (const { persons: meant } of sample)
      expect(meant[0]?.determination?.reasons[0]).toMatchObject({ condition: 'registered', value: true })
    const both = await previewAudience(services, AUTHOR, { ...audience, outcome: 'eligible' })
    expect(both).toMatchObject({ fault: { code: 'invalid', fields: [{ path: 'outcome' }] } })
  })
})
