import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestStore, PLATFORM } from '#platform'
import { type EffectRead, readEffect } from '../../src/amendments/effect.ts'
import { keepEffects } from '../../src/amendments/keep-effects.ts'
import { listMoved, type Moved, sampleMoved } from '../../src/amendments/moved-persons.ts'
import type { Proposal } from '../../src/amendments/proposal.ts'
import { propose } from '../../src/amendments/propose.ts'
import { workOut } from '../../src/amendments/work-out.ts'
import type { Change } from '../../src/policy/parameters/change.ts'
import { type Determination, determine } from '../../src/policy/determine.ts'
import type { Facts } from '../../src/policy/facts.ts'
import { PLAN, type PolicyBook } from '../../src/policy/parameters/parameters.ts'
import { type Household, standingOn } from '../../src/register/household.ts'
import { loadHouseholds } from '../../src/register/finding/look-up.ts'
import { type Area, PROVINCE } from '../../src/staff/area.ts'
import { statement } from '../../src/storage/store.ts'
import { fc } from '../property.ts'
import { type Family, importFamilies } from './families.ts'
import { aRegister, aVillage, emptied, keyOf, written } from './register/random-register.ts'
import { testServices } from './services.ts'

const LI = { name: 'li', role: 'province-administrator', area: PROVINCE } as const
const TODAY = '2026-11-18'
const CITATION = 'a decision made up for this test'

/** A change, and the book that a reader of the decision would write by hand, as of any day from `from`. */
type Decided = { readonly changes: readonly Change[]; readonly book: (from: string) => PolicyBook }

const DECISIONS: readonly Decided[] = [
  {
    changes: [{ kind: 'standings', standings: ['registered', 'lifted', 'monitored'] }],
    book: (from) => ({
      ...PLAN,
      standingsThatCount: [{ from, value: ['registered', 'lifted', 'monitored'], citation: CITATION }],
    }),
  },
  {
    changes: [{ kind: 'standings', standings: ['lifted'] }],
    book: (from) => ({ ...PLAN, standingsThatCount: [{ from, value: ['lifted'], citation: CITATION }] }),
  },
  {
    changes: [
      { kind: 'county', category: 'plan', county: '620902', listed: true },
      { kind: 'county', category: 'plan', county: '621223', listed: false },
      { kind: 'county', category: 'tibetanArea', county: '623025', listed: false },
      { kind: 'county', category: 'oldRevolutionaryArea', county: '621002', listed: null },
    ],
    book: (from) => ({
      ...PLAN,
      counties: {
        plan: [
          ...PLAN.counties.plan,
          { from, value: { '620902': true, '621223': false }, citation: CITATION },
        ],
        tibetanArea: [...PLAN.counties.tibetanArea, { from, value: { '623025': false }, citation: CITATION }],
        oldRevolutionaryArea: [
          ...PLAN.counties.oldRevolutionaryArea,
          { from, value: { '621002': null }, citation: CITATION },
        ],
      },
    }),
  },
  {
    changes: [
      { kind: 'figure', figure: 'labour-age-from', value: 18 },
      { kind: 'figure', figure: 'kindergarten-age-to', value: 4 },
      { kind: 'figure', figure: 'secondary-vocational-grant-yuan', value: 3000 },
      { kind: 'figure', figure: 'student-loan-yuan', value: 6000 },
      { kind: 'figure', figure: 'free-medical-places', value: 500 },
    ],
    book: (from) => ({
      ...PLAN,
      figures: {
        ...PLAN.figures,
        'labour-age-from': [{ from, value: 18, citation: CITATION }],
        'kindergarten-age-to': [{ from, value: 4, citation: CITATION }],
        'secondary-vocational-grant-yuan': [{ from, value: 3000, citation: CITATION }],
        'student-loan-yuan': [{ from, value: 6000, citation: CITATION }],
        'free-medical-places': [{ from, value: 500, citation: CITATION }],
      },
    }),
  },
]

let services: Awaited<ReturnType<typeof testServices>>

async function proposed(changes: readonly Change[], from: string): Promise<Proposal> {
  const result = await propose(services, LI, { name: 'x', from, changes, citation: CITATION, source: 'x' })
  if (!result.ok) throw new Error(JSON.stringify(result.fault))
  return result.value
}

async function allMoved(proposal: Proposal, area: Area = PROVINCE): Promise<readonly Moved[]> {
  const all: Moved[] = []
  let after: string | null = null
  do {
    const page: Awaited<ReturnType<typeof listMoved>> = await listMoved(services, { area }, proposal, {
      programme: null,
      effect: null,
      after,
      limit: 7,
    })
    all.push(...page.moved)
    after = page.next
  } while (after !== null)
  return all
}

async function everyHousehold(): Promise<readonly Household[]> {
  const rows = await services.store.rows<{ id: string }>('select id from households')
  const loaded = await loadHouseholds(
    services,
    rows.map(({ id }) => id),
  )
  return loaded.map(({ household }) => household)
}

// Written apart from what is tested, and by other means: whole facts, whole determinations, an effect by its two ends.
function expectedOf(household: Household, day: string, later: PolicyBook): readonly string[] {
  return household.persons.flatMap((person) => {
    const by = (book: PolicyBook): readonly Determination[] => {
      const counting = book.standingsThatCount.findLast(({ from }) => from <= day)?.value ?? []
      const standing = standingOn(household, day)?.standing
      const facts: Facts = {
        'household.registered': standing !== undefined && counting.includes(standing),
        'household.county': household.county,
        'household.rural': household.rural,
        'household.village.poor': household.village.poor,
        'household.village.population': household.village.population,
        'person.birthDate': person.birthDate,
        'person.stage': person.stage,
        'person.finalYear': person.finalYear,
        'person.schoolPlace': person.schoolPlace,
        'person.completed': person.completed,
        'person.occupation': person.occupation,
      }
      return determine(facts, day, book)
    }
    const after = by(later)
    return by(PLAN).flatMap((before, at) => {
      const effect = ends(before, after[at])
      return effect === null ? [] : [[household.id, person.id, before.programme, effect].join(' ')]
    })
  })
}

const BY_OUTCOMES: Readonly<Record<string, string>> = {
  'ineligible eligible': 'gains',
  'unknown eligible': 'gains',
  'eligible ineligible': 'loses',
  'eligible unknown': 'doubted',
  'ineligible unknown': 'opened',
  'unknown ineligible': 'closed',
}

function ends(before: Determination, after: Determination | undefined): string | null {
  if (after === undefined) return 'not determined'
  const moved = BY_OUTCOMES[`${before.outcome} ${after.outcome}`]
  if (moved !== undefined || after.outcome !== 'eligible') return moved ?? null
  const sums = [before, after].map(({ benefit }) => benefit?.amount ?? benefit?.upTo ?? 0)
  const [was = 0, is = 0] = sums
  if (is !== was) return is > was ? 'more' : 'less'
  return JSON.stringify(before.benefit) === JSON.stringify(after.benefit) ? null : 'altered'
}

function keysOf(moved: readonly Moved[]): readonly string[] {
  return moved
    .map(({ household, person, programme, effect }) => [household, person, programme, effect].join(' '))
    .sort()
}

function countsOf({ lines }: EffectRead): Readonly<Record<string, number>> {
  return Object.fromEntries(
    lines.map(({ programme, effect, persons }) => [`${programme} ${effect}`, persons]),
  )
}

function tallied(moved: readonly Moved[]): Readonly<Record<string, number>> {
  const groups = Map.groupBy(moved, ({ programme, effect }) => `${programme} ${effect}`)
  return Object.fromEntries([...groups].map(([key, of]) => [key, of.length]))
}

describe(`whom a decision moves on ${PLATFORM}`, () => {
  beforeAll(async () => {
    services = await testServices(await openTestStore())
  })

  it('is whom a recomputation of every person by both books finds, whatever register, decision and day', async () => {
    await fc.assert(
      fc.asyncProperty(
        aRegister,
        fc.array(aVillage, { maxLength: 4 }),
        fc.constantFrom(...DECISIONS),
        fc.constantFrom('2026-09-01', TODAY, '2027-09-01'),
        async (register, villages, { changes, book }, from) => {
          const made = await written(services, register)
          await services.store.atomically([
            ...emptied(),
            statement('delete from policy_proposals'),
            ...made.writes,
            ...villages.map(({ county, village, poor, population }) =>
              statement(
                `insert into villages (key, county, name, poor, population, import_id) values (?1, ?2, ?3, ?4, ?5, 'i')
                  on conflict (key) do nothing`,
                [
                  keyOf({ county, village }),
                  county,
                  village,
                  poor === null ? null : Number(poor),
                  population,
                ],
              ),
            ),
          ])
          const proposal = await proposed(changes, from)
          const read = await readEffect(services, LI, proposal)
          const day = from > TODAY ? from : TODAY
          const expected = (await everyHousehold()).flatMap((one) => expectedOf(one, day, book(from)))
          const moved = await allMoved(proposal)
          expect(keysOf(moved)).toEqual(expected.toSorted())
          expect(countsOf(read)).toEqual(tallied(moved))
          expect(read.progress.finishedAt).not.toBeNull()
        },
      ),
      { numRuns: PLATFORM.startsWith('Node') ? 60 : 12, seed: 20261118 },
    )
  })
})

/** Two thirds of them lifted out; more than one step works through. */
const MANY: readonly Family[] = Array.from({ length: 1100 }, (_, at) => ({
  lifted: at % 3 > 0,
  county: at % 2 === 0 ? '621223' : '623025',
  language: at % 4 === 1 ? ('藏语' as const) : ('汉语' as const),
}))
const COUNTED: readonly Change[] = [{ kind: 'standings', standings: ['registered', 'lifted'] }]
const LIFTED = MANY.filter(({ lifted }) => lifted === true)

describe(`working out whom a decision moves on ${PLATFORM}`, () => {
  beforeEach(async () => {
    services = await testServices(await openTestStore())
    await importFamilies(services, MANY)
  })

  it('goes on where it was cut off, and comes to the same', async () => {
    const proposal = await proposed(COUNTED, TODAY)
    const first = await workOut(services, proposal, { steps: 1 })
    expect(first).toMatchObject({ households: 500, total: 1100, finishedAt: null })
    await workOut(services, proposal, { steps: 1 })
    expect(await workOut(services, proposal, { steps: 9 })).toMatchObject({ households: 1100 })
    const moved = await allMoved(proposal)
    expect(new Set(moved.map(({ household }) => household)).size).toBe(LIFTED.length)
  })

  it('does no harm where two are at it at once', async () => {
    const proposal = await proposed(COUNTED, TODAY)
    const once = { steps: 9 }
    await Promise.all([workOut(services, proposal, once), workOut(services, proposal, once)])
    expect(await workOut(services, proposal, once)).toMatchObject({ households: 1100, persons: 2200 })
    const totals = (await readEffect(services, LI, proposal)).totals
    expect(totals.find(({ effect }) => effect === 'gains')?.households).toBe(LIFTED.length)
  })

  it('is done apart from any request while the decision is open, and tells when nothing is left', async () => {
    const proposal = await proposed(COUNTED, TODAY)
    expect(await keepEffects(services, 60_000)).toBe(false)
    expect(await workOut(services, proposal, { steps: 0 })).toMatchObject({ households: 1100 })
  })

  it('begins anew after an import', async () => {
    const proposal = await proposed(COUNTED, TODAY)
    await workOut(services, proposal, { steps: 9 })
    await importFamilies(services, [{ lifted: true, telephone: '+8612988888888' }])
    expect(await workOut(services, proposal, { steps: 0 })).toMatchObject({ households: 0, finishedAt: null })
  })

  it('counts by county and language, and tells why', async () => {
    const { lines } = await readEffect(services, LI, await proposed(COUNTED, TODAY))
    const grant = lines.find(({ programme }) => programme === 'secondary-vocational-grant')
    const of = (county: string) => LIFTED.filter((family) => family.county === county).length
    const bo = LIFTED.filter(({ language }) => language === '藏语').length
    expect(grant).toEqual({
      programme: 'secondary-vocational-grant',
      effect: 'gains',
      persons: LIFTED.length,
      because: { registered: LIFTED.length },
      counties: { '621223': of('621223'), '623025': of('623025') },
      languages: { bo, 'zh-CN': LIFTED.length - bo },
    })
  })

  it('tells staff of an area of their own alone, with ten of them and both answers', async () => {
    const proposal = await proposed(COUNTED, TODAY)
    const near = { role: 'operator', area: { code: '623025', township: null } } as const
    const { lines } = await readEffect(services, near, proposal)
    expect(lines.flatMap(({ counties }) => Object.keys(counties))).toEqual(lines.map(() => '623025'))
    expect((await allMoved(proposal, near.area)).every(({ county }) => county === '623025')).toBe(true)
    const programme = 'secondary-vocational-grant'
    const sample = await sampleMoved(services, near, proposal, { programme, effect: 'gains' })
    expect(sample).toHaveLength(10)
    for (const { county, name, before, after, because } of sample) {
      expect([county, name, because]).toEqual(['623025', '王志强', ['registered']])
      expect([before.outcome, after.outcome]).toEqual(['ineligible', 'eligible'])
      expect(after.reasons[0]).toMatchObject({ condition: 'registered', value: true, citation: CITATION })
    }
    const unnamed = await sampleMoved(services, { ...near, role: 'service' }, proposal, {
      programme,
      effect: 'gains',
    })
    expect(unnamed.map(({ name }) => name)).toEqual(unnamed.map(() => null))
  })
})
