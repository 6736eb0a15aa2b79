import { beforeAll, describe, expect, it } from 'vitest'
import { openTestStore, PLATFORM } from '#platform'
import { type LedgerLine, type LedgerQuery, listLedger } from '../../src/audiences/list-ledger.ts'
import { determine } from '../../src/policy/determine.ts'
import { factsOf } from '../../src/register/household.ts'
import { loadHousehold } from '../../src/register/finding/look-up.ts'
import { PROVINCE } from '../../src/staff/area.ts'
import { statement } from '../../src/storage/store.ts'
import { importPersonas, testServices } from './services.ts'

const TODAY = '2026-11-18'
const STAFF = { name: 'li', role: 'inspector', area: PROVINCE } as const
const ALL: LedgerQuery = {
  county: '62',
  township: null,
  programme: null,
  state: null,
  after: null,
  limit: 500,
}

let services: Awaited<ReturnType<typeof testServices>>

beforeAll(async () => {
  services = await testServices(await openTestStore())
  await importPersonas(services)
  await services.store.atomically([
    statement(
      `insert into ledger (person_id, programme, school_year, state, applied_on)
        select id, 'secondary-vocational-grant', 2026, 'applied', '2026-09-05' from persons where stage = 'secondary-vocational'`,
    ),
  ])
})

async function linesOf(query: Partial<LedgerQuery>): Promise<readonly LedgerLine[]> {
  const lines: LedgerLine[] = []
  let after: string | null = null
  do {
    const result: Awaited<ReturnType<typeof listLedger>> = await listLedger(services, STAFF, {
      ...ALL,
      ...query,
      after,
    })
    if (!result.ok) return expect.unreachable()
    lines.push(...result.page.lines)
    after = result.page.next
  } while (after !== null)
  return lines
}

/** Every person and programme that is to be listed, told by the rules afresh. */
async function expected(): Promise<readonly string[]> {
  const ids = await services.store.rows<{ id: string }>('select id from households')
  const households = await Promise.all(ids.map(({ id }) => loadHousehold(services, id)))
  return households.flatMap((household) =>
    (household?.persons ?? []).flatMap((person) => {
      const all = determine(factsOf(household ?? expect.unreachable(), person, TODAY), TODAY)
      return all.flatMap(({ programme, outcome }) => {
        const entry = household?.ledger.find((one) => one.person === person.id && one.programme === programme)
        if (outcome !== 'eligible' && entry === undefined) return []
        return [`${person.id} ${programme} ${outcome} ${entry?.state ?? 'none'}`]
      })
    }),
  )
}

const told = (lines: readonly LedgerLine[]) =>
  lines
    .map(({ person, programme, outcome, state }) => `${person} ${programme} ${outcome} ${state}`)
    .toSorted()

describe(`the ledger as staff list it on ${PLATFORM}`, () => {
  it('names everybody who qualifies for something or of whom something came of it, each once, page by page', async () => {
    const all = (await expected()).toSorted()
    expect(all.length).toBeGreaterThan(10)
    expect(told(await linesOf({}))).toEqual(all)
    expect(told(await linesOf({ limit: 1 }))).toEqual(all)
    expect(told(await linesOf({ limit: 7 }))).toEqual(all)
  })

  it('is narrowed by county, programme and state', async () => {
    const all = await linesOf({})
    const county = await linesOf({ county: '623025' })
    expect(county).toEqual(all.filter((line) => line.county === '623025'))
    expect(county.length).toBeGreaterThan(0)
    const grant = { programme: 'secondary-vocational-grant' } as const
    expect(await linesOf(grant)).toEqual(all.filter(({ programme }) => programme === grant.programme))
    const applied = await linesOf({ ...grant, state: 'applied' })
    expect(applied.length).toBeGreaterThan(0)
    expect(applied.every(({ appliedOn }) => appliedOn === '2026-09-05')).toBe(true)
    expect(await linesOf({ ...grant, state: 'not-applied' })).toEqual([])
    expect(await linesOf({ state: 'none' })).toEqual(all.filter(({ state }) => state === 'none'))
  })

  it('is not there for whom it is none of their business', async () => {
    const actor = { ...STAFF, area: { code: '621223', township: null } }
    expect(await listLedger(services, actor, ALL)).toEqual({ ok: false, fault: { code: 'not-found' } })
    expect(await listLedger(services, actor, { ...ALL, county: '621223' })).toMatchObject({ ok: true })
  })
})
