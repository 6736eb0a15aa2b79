import { beforeAll, describe, expect, it } from 'vitest'
import { openTestStore, PLATFORM } from '#platform'
import { countGaps, type GapQuery, RECEIVED } from '../../src/audiences/gaps.ts'
import { determine } from '../../src/policy/determine.ts'
import type { ProgrammeId } from '../../src/policy/programme.ts'
import { factsOf, type Household, type Person } from '../../src/register/household.ts'
import { loadHousehold } from '../../src/register/finding/look-up.ts'
import { PROVINCE } from '../../src/staff/area.ts'
import { statement } from '../../src/storage/store.ts'
import { importPersonas, testServices } from './services.ts'

const TODAY = '2026-11-18'
const STAFF = { name: 'li', role: 'inspector', area: PROVINCE } as const
const ALL: GapQuery = { county: '62', township: null, village: null, programme: null, year: null }

let services: Awaited<ReturnType<typeof testServices>>
let everybody: readonly { readonly household: Household; readonly person: Person }[] = []

beforeAll(async () => {
  services = await testServices(await openTestStore())
  await importPersonas(services)
  await services.store.atomically(
    [
      [2026, 'paid', "'2026-09-01'", "'2026-09-05'", "'2026-10-01'", 'secondary-vocational'],
      [2026, 'told', "'2026-09-01'", 'null', 'null', 'preschool'],
      [2025, 'applied', 'null', "'2025-09-05'", 'null', 'secondary-vocational'],
    ].map(([year, state, told, applied, paid, stage]) =>
      statement(
        `insert into ledger (person_id, programme, school_year, state, told_on, applied_on, paid_on)
          select id, ${stage === 'preschool' ? "'preschool-fee-waiver'" : "'secondary-vocational-grant'"}, ${year}, '${state}',
            ${told}, ${applied}, ${paid} from persons where stage = '${stage}'`,
      ),
    ),
  )
  const ids = await services.store.rows<{ id: string }>('select id from households')
  const households = await Promise.all(ids.map(({ id }) => loadHousehold(services, id)))
  everybody = households.flatMap((household) =>
    household === null ? [] : household.persons.map((person) => ({ household, person })),
  )
})

async function counted(query: Partial<GapQuery>) {
  const result = await countGaps(services, STAFF, { ...ALL, ...query })
  return result.ok ? result.gaps : expect.unreachable()
}

/** The same, told by the rules afresh and counted one by one. */
function naive(programmes: readonly ProgrammeId[], within: (household: Household) => boolean) {
  const found = everybody
    .filter(({ household }) => within(household))
    .flatMap(({ household, person }) =>
      determine(factsOf(household, person, TODAY), TODAY).flatMap(({ programme, outcome }) => {
        if (outcome !== 'eligible' || !programmes.includes(programme)) return []
        const isOfIt = (entry: Household['ledger'][number]) =>
          entry.person === person.id && entry.programme === programme && entry.schoolYear === 2026
        return [household.ledger.find(isOfIt)]
      }),
    )
  return {
    eligible: found.length,
    told: found.filter((entry) => entry?.toldOn != null).length,
    applied: found.filter((entry) => entry !== undefined && entry.state !== 'told').length,
    received: found.filter((entry) => entry?.paidOn != null).length,
  }
}

describe(`who qualifies, was told, has applied, has received on ${PLATFORM}`, () => {
  it('is counted as the rules and the ledger tell it one by one', async () => {
    const all = naive(RECEIVED, () => true)
    expect(all.received).toBeGreaterThan(0)
    expect(all.told).toBeGreaterThan(all.applied)
    const { total, places, programmes } = await counted({})
    expect(total).toEqual(all)
    for (const { place, gap } of places)
      expect(gap, place ?? '').toEqual(naive(RECEIVED, ({ county }) => county === place))
    for (const { programme, gap } of programmes)
      expect(gap, programme).toEqual(naive([programme], () => true))
  })

  it('is told of a county by township, of a township by village, of one programme alone', async () => {
    const programme = 'secondary-vocational-grant'
    const county = await counted({ county: '621223', programme })
    const isOfCounty = (household: Household) => household.county === '621223'
    expect(county.total).toEqual(naive([programme], isOfCounty))
    expect(county.places.map(({ place }) => place)).toEqual(['城关镇'])
    const township = await counted({ county: '621223', township: '城关镇' })
    expect(township.places.map(({ place }) => place)).toEqual(['旧城村'])
    const village = await counted({ county: '621223', township: '城关镇', village: '旧城村' })
    expect(village.total).toEqual(naive(RECEIVED, isOfCounty))
    expect((await counted({ county: '621223', township: '城关镇', village: '别的村' })).total.eligible).toBe(
      0,
    )
  })

  it('says of a past year what the ledger holds, and does not pretend to know who qualified', async () => {
    const { total, year } = await counted({ year: 2025 })
    expect(year).toBe(2025)
    expect(total).toMatchObject({ eligible: null, told: 0, received: 0 })
    expect(total.applied).toBeGreaterThan(0)
  })

  it('is nothing to whom the area is none of theirs', async () => {
    const far = { ...STAFF, area: { code: '623025', township: null } }
    expect(await countGaps(services, far, { ...ALL, county: '621223' })).toEqual({
      ok: false,
      fault: { code: 'not-found' },
    })
  })
})
