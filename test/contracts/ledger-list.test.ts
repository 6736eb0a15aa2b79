import { beforeAll, describe, expect, it } from 'vitest'
import { openTestStore, PLATFORM } from '#platform'
import type { LedgerLine, LedgerQuery } from '../../src/audiences/ledger-line.ts'
import { listLedger } from '../../src/audiences/list-ledger.ts'
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
    expect(await linesOf({ state: 'applied' })).toEqual(all.filter(({ state }) => state === 'applied'))
    expect(await linesOf({ state: 'applied', limit: 1 })).toEqual(await linesOf({ state: 'applied' }))
    expect(await linesOf({ state: 'applied', among: ['preschool-fee-waiver'] })).toEqual([])
  })

  it('is of a past year what the ledger holds of it, in the same order', async () => {
    const entered = await linesOf({ state: 'applied' })
    await services.store.atomically([
      statement(
        `insert into ledger (person_id, programme, school_year, state, paid_on)
          select person_id, programme, 2024, 'paid', '2024-10-01' from ledger`,
      ),
    ])
    const past = await linesOf({ year: 2024 })
    expect(past.map(({ person, state }) => [person, state])).toEqual(
      entered.map(({ person }) => [person, 'paid']),
    )
    expect(await linesOf({ year: 2024, limit: 1 })).toEqual(past)
    expect(await linesOf({ year: 2024, state: 'not-received' })).toEqual([])
    expect(await linesOf({ year: 2025 })).toEqual([])
  })

  it('is the same list of many entries as of few, page by page', async () => {
    const few = await linesOf({ state: 'applied' })
    const [first] = few
    await services.store.atomically([
      statement(
        `insert into households (id, number_index, sealed, county, village_key, taken_on, import_id, line, content_index)
          select 'elsewhere', 'elsewhere', '', '620102', '', taken_on, import_id, line, '' from households where id = ?1`,
        [first?.household ?? ''],
      ),
      statement(`with recursive many (n) as (select 1 union all select n + 1 from many where n < 5001)
        insert into persons (id, household_id, number_index, taken_on) select 'p' || n, 'elsewhere', 'p' || n, '2026-10-01' from many`),
      statement(`insert into ledger (person_id, programme, school_year, state)
        select id, 'labour-skills-training', 2026, 'applied' from persons where household_id = 'elsewhere'`),
    ])
    const many = await linesOf({ state: 'applied' })
    expect(many.filter(({ household }) => household !== 'elsewhere')).toEqual(few)
    expect(new Set(many.map(({ person }) => person)).size).toBe(few.length + 5001)
  })

  it('is not there for whom it is none of their business', async () => {
    const actor = { ...STAFF, area: { code: '621223', township: null } }
    expect(await listLedger(services, actor, ALL)).toEqual({ ok: false, fault: { code: 'not-found' } })
    expect(await listLedger(services, actor, { ...ALL, county: '621223' })).toMatchObject({ ok: true })
  })
})
