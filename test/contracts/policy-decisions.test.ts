import { beforeEach, describe, expect, it } from 'vitest'
import { openTestStore, PLATFORM } from '#platform'
import { approve, refuse, withdraw } from '../../src/amendments/decide.ts'
import { findProposal, listProposals } from '../../src/amendments/find.ts'
import type { Draft, Proposal } from '../../src/amendments/proposal.ts'
import { propose } from '../../src/amendments/propose.ts'
import { createApp } from '../../src/app.ts'
import { bookInForce } from '../../src/book/in-force.ts'
import { countStale } from '../../src/determinations/current.ts'
import { keepDeterminations } from '../../src/determinations/keep.ts'
import { byToday } from '../../src/determinations/today.ts'
import { type Outcomes, outcomeIn } from '../../src/policy/outcomes.ts'
import { figureOn, PLAN } from '../../src/policy/parameters/parameters.ts'
import { PROVINCE } from '../../src/staff/area.ts'
import { importFamilies, telephoneOf } from './families.ts'
import { testServices } from './services.ts'
import { send } from './telephones.ts'

const LI = { name: 'li', role: 'province-administrator', area: PROVINCE } as const
const WANG = { name: 'wang', role: 'approver', area: PROVINCE } as const
const COUNTY = { code: '621223', township: null }
const DAY_MS = 24 * 3600 * 1000

/** From the day after tomorrow, of the tests' noon of 2026-11-18. */
const GRANT: Draft = {
  name: '中职助学金提高',
  from: '2026-11-20',
  changes: [{ kind: 'figure', figure: 'secondary-vocational-grant-yuan', value: 3000 }],
  citation: '甘教发〔2026〕12号',
  source: '自2026年11月20日起，中职助学金提高到每学年3000元。',
}
const LIFTED: Draft = {
  ...GRANT,
  name: '脱贫户也算',
  changes: [{ kind: 'standings', standings: ['registered', 'lifted'] }],
}

const GRANT_ENDS: Draft = {
  ...GRANT,
  name: '中职助学金停办',
  changes: [{ kind: 'programme', programme: 'secondary-vocational-grant', inForce: false }],
}
const GRANT_RESUMES: Draft = {
  ...GRANT_ENDS,
  name: '中职助学金恢复',
  from: '2026-11-25',
  changes: [{ kind: 'programme', programme: 'secondary-vocational-grant', inForce: true }],
  citation: '甘教发〔2026〕20号',
}

let services: Awaited<ReturnType<typeof testServices>>

// Identifiers are ordered by the millisecond.
async function proposed(draft: Draft): Promise<Proposal> {
  services.moveClock(1)
  const result = await propose(services, LI, draft)
  if (!result.ok) throw new Error(JSON.stringify(result.fault))
  return result.value
}

async function approved(draft: Draft): Promise<Proposal> {
  const { id } = await proposed(draft)
  services.moveClock(1)
  const result = await approve(services, WANG, id)
  if (!result.ok) throw new Error(JSON.stringify(result.fault))
  return result.value
}

type Answered = {
  readonly determinations: readonly {
    readonly programme: string
    readonly benefit: { readonly amount?: number }
    readonly citations: readonly string[]
  }[]
}

// What the contract's own tests hold every answer to.
function answeredBy(body: unknown): Answered {
  return body as Answered
}

async function amountOn(asOf: string): Promise<unknown> {
  const response = await createApp(services).request('/api/v1/determinations', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      asOf,
      household: { registered: true },
      person: { stage: 'secondary-vocational' },
    }),
  })
  const { determinations } = answeredBy(await response.json())
  const found = determinations.find(({ programme }) => programme === 'secondary-vocational-grant')
  return [found?.benefit.amount, found?.citations]
}

describe(`a decision that changes the plan on ${PLATFORM}`, () => {
  beforeEach(async () => {
    services = await testServices(await openTestStore())
  })

  it('changes nothing while it is proposed', async () => {
    await proposed(GRANT)
    expect(await bookInForce(services.store)).toBe(PLAN)
  })

  it('is in force from its day once another person has approved it, and no day before', async () => {
    await approved(GRANT)
    expect(await amountOn('2026-11-19')).toEqual([2000, ['二(一)·6']])
    expect(await amountOn('2026-11-20')).toEqual([3000, ['二(一)·6', '甘教发〔2026〕12号']])
  })

  it('is approved by nobody who proposed it', async () => {
    const { id } = await proposed(GRANT)
    const result = await approve(services, LI, id)
    expect(result).toMatchObject({ ok: false, fault: { code: 'forbidden', fields: [{ path: 'approver' }] } })
    expect((await findProposal(services.store, id))?.state).toBe('proposed')
  })

  it.each([
    ['a county administrator', { name: 'c', role: 'county-administrator', area: COUNTY } as const],
    ['a county approver', { name: 'c', role: 'approver', area: COUNTY } as const],
    ['an inspector', { name: 'c', role: 'inspector', area: PROVINCE } as const],
    ['an operator', { name: 'c', role: 'operator', area: PROVINCE } as const],
  ])('is neither proposed, approved, refused nor withdrawn by %s', async (_, actor) => {
    const { id } = await proposed(GRANT)
    const results = [
      await propose(services, actor, LIFTED),
      await approve(services, actor, id),
      await refuse(services, actor, id, 'no'),
      await withdraw(services, actor, id, 'no'),
    ]
    for (const result of results) expect(result).toMatchObject({ ok: false, fault: { code: 'forbidden' } })
  })

  it('is not proposed twice, nor where something is wrong with it', async () => {
    await proposed(GRANT)
    expect(await propose(services, LI, GRANT)).toMatchObject({
      fault: { code: 'invalid', fields: [{ path: 'changes' }] },
    })
    const early = await propose(services, LI, { ...GRANT, from: '2015-01-01' })
    expect(early).toMatchObject({ fault: { code: 'invalid', fields: [{ path: 'from' }] } })
  })

  it('is refused with a reason, and cannot be approved after that', async () => {
    const { id } = await proposed(GRANT)
    expect(await refuse(services, WANG, id, '没有文件')).toMatchObject({ ok: true })
    expect(await approve(services, WANG, id)).toMatchObject({ fault: { code: 'conflict' } })
    expect(await findProposal(services.store, id)).toMatchObject({ state: 'refused', remark: '没有文件' })
  })

  it('is decided the same again by the same person without harm', async () => {
    const { id } = await approved(GRANT)
    expect(await approve(services, WANG, id)).toMatchObject({ ok: true })
    expect((await bookInForce(services.store)).figures['secondary-vocational-grant-yuan']).toHaveLength(2)
  })

  it('is withdrawn until its day has come, and then stands', async () => {
    const { id } = await approved(GRANT)
    expect(await withdraw(services, WANG, id, '推迟')).toMatchObject({ ok: true })
    expect(await amountOn('2026-11-20')).toEqual([2000, ['二(一)·6']])
    const again = await approved(GRANT)
    services.moveClock(2 * DAY_MS)
    expect(await withdraw(services, WANG, again.id, '推迟')).toMatchObject({ fault: { code: 'conflict' } })
    expect(await amountOn('2026-11-20')).toEqual([3000, ['二(一)·6', '甘教发〔2026〕12号']])
  })

  it('cannot be approved once another has left it nothing to change', async () => {
    const { id } = await proposed(GRANT)
    await approved({ ...GRANT, changes: [...GRANT.changes, ...LIFTED.changes] })
    expect(await approve(services, WANG, id)).toMatchObject({ fault: { code: 'invalid' } })
  })

  it('gives way to one approved later', async () => {
    await approved(GRANT)
    await approved({
      ...GRANT,
      changes: [{ kind: 'figure', figure: 'secondary-vocational-grant-yuan', value: 3500 }],
    })
    const book = await bookInForce(services.store)
    expect(figureOn('secondary-vocational-grant-yuan', '2026-11-20', book).value).toBe(3500)
  })

  it('stands in the audit, each step with who took it', async () => {
    const { id } = await approved(GRANT)
    const rows = await services.store.rows<{ action: string; actor: string }>(
      'select action, actor from audit_entries where subject = ?1 order by id',
      [id],
    )
    expect(rows).toEqual([
      { action: 'policy.propose', actor: 'li' },
      { action: 'policy.approve', actor: 'wang' },
    ])
  })

  it('is listed with the others, the newest first, page by page', async () => {
    const ids = [(await proposed(GRANT)).id, (await approved(LIFTED)).id]
    const first = await listProposals(services.store, { state: null, after: null, limit: 1 })
    const rest = await listProposals(services.store, { state: null, after: first.next, limit: 1 })
    expect([...first.proposals, ...rest.proposals].map(({ id }) => id)).toEqual(ids.toReversed())
    expect(rest.next).toBeNull()
    const open = await listProposals(services.store, { state: 'proposed', after: null, limit: 10 })
    expect(open.proposals.map(({ id }) => id)).toEqual([ids[0]])
  })
})

describe(`what rests on the plan on ${PLATFORM}`, () => {
  beforeEach(async () => {
    services = await testServices(await openTestStore())
    await importFamilies(services, [{}, { lifted: true }])
    await keepDeterminations(services, await byToday(services), 60_000)
  })

  /** What is kept of the grant for the two pupils: of the registered family, and of the lifted one. */
  async function kept(): Promise<readonly string[]> {
    const rows = await services.store.rows<Outcomes>(
      `select p.eligible, p.unknown from persons p join households h on h.id = p.household_id
        where p.stage = 'secondary-vocational' order by h.line`,
    )
    return rows.map((row) => outcomeIn(row, 'secondary-vocational-grant'))
  }

  it('is kept anew when the decision comes into force by the passing of its day', async () => {
    await approved(LIFTED)
    expect(await countStale(services, PROVINCE, await byToday(services))).toBe(0)
    services.moveClock(2 * DAY_MS)
    expect(await countStale(services, PROVINCE, await byToday(services))).toBe(2)
    expect(await kept()).toEqual(['eligible', 'ineligible'])
    await keepDeterminations(services, await byToday(services), 60_000)
    expect(await countStale(services, PROVINCE, await byToday(services))).toBe(0)
    expect(await kept()).toEqual(['eligible', 'eligible'])
  })

  it('is kept anew at once when the decision is of a day past', async () => {
    await approved({ ...LIFTED, from: '2026-09-01' })
    expect(await countStale(services, PROVINCE, await byToday(services))).toBe(2)
    await keepDeterminations(services, await byToday(services), 60_000)
    expect(await kept()).toEqual(['eligible', 'eligible'])
  })

  it('is told to families by the book of their day', async () => {
    const ask = () => send(services, telephoneOf(1), '中职助学金有多少钱')
    const before = await ask()
    await approved({ ...LIFTED, changes: [...LIFTED.changes, ...GRANT.changes] })
    expect(await ask()).toBe(before)
    services.moveClock(2 * DAY_MS)
    const after = await ask()
    expect(after).toContain('3000元')
    expect(after).toContain('甘教发〔2026〕12号')
  })

  it('is told to families as ended from its day on, by what decision, and as resumed from that day on', async () => {
    const ask = (text: string) => send(services, telephoneOf(0), text)
    await approved(GRANT_ENDS)
    await approved(GRANT_RESUMES)
    expect(await ask('中职助学金有多少钱')).toContain('2000元')
    services.moveClock(2 * DAY_MS)
    const ended = await ask('中职助学金有多少钱')
    expect(ended).toContain('从2026年11月20日起停办（甘教发〔2026〕12号）')
    expect(ended).not.toContain('2000元')
    services.moveClock(5 * DAY_MS)
    const resumed = await ask('中职助学金有多少钱')
    expect(resumed).toContain('2000元')
    expect(resumed).toContain('甘教发〔2026〕20号')
  })

  it('is told to a stranger beside what the plan says in general, in either language', async () => {
    await approved(GRANT_ENDS)
    services.moveClock(2 * DAY_MS)
    const chinese = await send(services, '+8612988888881', '中职有什么政策')
    expect(chinese).toContain('中职助学金从2026年11月20日起停办（甘教发〔2026〕12号）')
    expect(chinese).toContain('免学费')
    expect(chinese).not.toContain('2000元')
    const tibetan = await send(services, '+8612988888882', 'འབྲིང་རིམ་ལས་རིགས་སློབ་གྲྭའི་སྲིད་ཇུས་ག་རེ་ཡོད།')
    expect(tibetan).toContain('2026.11.20ནས་མཚམས་བཞག་ཟིན')
    expect(tibetan).not.toContain('2000')
  })

  it('is kept anew where a programme ends, and again where it is resumed', async () => {
    await approved(GRANT_ENDS)
    await approved(GRANT_RESUMES)
    const keptAfter = async (days: number) => {
      services.moveClock(days * DAY_MS)
      await keepDeterminations(services, await byToday(services), 60_000)
      return kept()
    }
    expect(await keptAfter(0)).toEqual(['eligible', 'ineligible'])
    expect(await keptAfter(2)).toEqual(['ineligible', 'ineligible'])
    expect(await keptAfter(5)).toEqual(['eligible', 'ineligible'])
  })
})
