import { beforeAll, describe, expect, it } from 'vitest'
import { openTestStore, PLATFORM } from '#platform'
import { bringUpToDate, countStale } from '../../src/determinations/current.ts'
import { keepDeterminations } from '../../src/determinations/keep.ts'
import { determine } from '../../src/policy/determine.ts'
import type { Day } from '../../src/policy/facts.ts'
import { outcomeIn } from '../../src/policy/outcomes.ts'
import { PLAN, type PolicyBook } from '../../src/policy/parameters/parameters.ts'
import { correct } from '../../src/register/corrections/correct.ts'
import { factsOf } from '../../src/register/household.ts'
import { loadHousehold } from '../../src/register/finding/look-up.ts'
import { PROVINCE } from '../../src/staff/area.ts'
import { type Query, statement } from '../../src/storage/store.ts'
import { fc } from '../property.ts'
import {
  aDay,
  aHousehold,
  aPerson,
  aRegister,
  aStanding,
  aVillage,
  COUNTIES,
  emptied,
  keyOf,
  type MadePerson,
  personWrite,
  standingWrite,
  VILLAGES,
  written,
} from './register/random-register.ts'
import { testServices } from './services.ts'

type TestServices = Awaited<ReturnType<typeof testServices>>
let services: TestServices

beforeAll(async () => {
  services = await testServices(await openTestStore())
})

const TODAY = '2026-11-18'
const SEED = 20261118
const BY = { day: TODAY, book: PLAN }

/** What might change in a register, one thing at a time; `at` picks whom it happens to. */
const aChange = fc.record({
  at: fc.nat(),
  what: fc.oneof(
    fc.record({ kind: fc.constant('person'), person: aPerson }),
    fc.record({ kind: fc.constant('correction'), person: aPerson }),
    fc.record({ kind: fc.constant('birth'), person: aPerson }),
    fc.record({ kind: fc.constant('death') }),
    fc.record({ kind: fc.constant('moves in') }),
    fc.record({ kind: fc.constant('standing'), standing: aStanding }),
    fc.record({ kind: fc.constant('no standing') }),
    fc.record({ kind: fc.constant('village'), village: aVillage }),
    fc.record({ kind: fc.constant('no village') }),
    fc.record({
      kind: fc.constant('household'),
      county: fc.constantFrom(...COUNTIES),
      village: fc.constantFrom(...VILLAGES),
      rural: fc.boolean(),
    }),
  ),
})
type Change = typeof aChange extends fc.Arbitrary<infer T> ? T : never

/** A later plan: figures that rules read, a rule that ends, standings that count, a county that is settled. */
const aBook: fc.Arbitrary<PolicyBook> = fc
  .record({ from: aDay('2026-11-01', '2027-03-01'), at: fc.nat(5) })
  .map(({ from, at }) => {
    const citation = 'a decision made up for this test'
    const { figures, programmes, counties, standingsThatCount } = PLAN
    const later: readonly Partial<PolicyBook>[] = [
      { standingsThatCount: [...standingsThatCount, { from, value: ['registered', 'lifted'], citation }] },
      {
        figures: {
          ...figures,
          'labour-age-from': [...figures['labour-age-from'], { from, value: 18, citation }],
          'kindergarten-age-to': [...figures['kindergarten-age-to'], { from, value: 5, citation }],
        },
      },
      {
        figures: {
          ...figures,
          'large-village-population': [
            ...figures['large-village-population'],
            { from, value: 500, citation },
          ],
        },
      },
      {
        programmes: {
          ...programmes,
          'work-study': [...programmes['work-study'], { from, value: null, citation }],
        },
      },
      { counties: { ...counties, plan: [...counties.plan, { from, value: { '620902': true }, citation }] } },
      {},
    ]
    return { ...PLAN, ...later[at] }
  })

async function pick(sql: string, at: number): Promise<string | undefined> {
  const rows = await services.store.rows<{ id: string }>(`${sql} order by 1`)
  return rows[at % Math.max(1, rows.length)]?.id
}

async function writesOf({ at, what }: Change): Promise<readonly Query[]> {
  const { ids } = services
  const household = await pick('select id from households', at)
  const person = await pick('select id from persons', at)
  if (household === undefined) return []
  switch (what.kind) {
    case 'person': {
      const { birthDate, stage, finalYear, completed } = what.person
      const isFinal = finalYear === null ? null : Number(finalYear)
      return [
        statement(
          'update persons set birth_date = ?2, stage = ?3, final_year = ?4, completed = ?5 where id = ?1',
          [person ?? '', birthDate, stage, isFinal, completed],
        ),
      ]
    }
    case 'correction':
      await correct(services, {
        personId: person ?? '',
        field: 'occupation',
        value: what.person.occupation,
        by: 'li',
      })
      return []
    case 'birth':
      return [personWrite(household, { ...what.person, id: ids() })]
    case 'death':
      return [statement('delete from persons where id = ?1', [person ?? ''])]
    case 'moves in':
      return [statement('update persons set household_id = ?2 where id = ?1', [person ?? '', household])]
    case 'standing':
      return [standingWrite(household, what.standing.from, what.standing.standing)]
    case 'no standing':
      return [statement('delete from standings where household_id = ?1', [household])]
    case 'village': {
      const { county, village, poor, population } = what.village
      const isPoor = poor === null ? null : Number(poor)
      return [
        statement(
          `insert into villages (key, county, name, poor, population, import_id) values (?1, ?2, ?3, ?4, ?5, 'i')
            on conflict (key) do update set poor = excluded.poor, population = excluded.population`,
          [keyOf(what.village), county, village, isPoor, population],
        ),
      ]
    }
    case 'no village':
      return [
        statement('delete from villages where key = (select village_key from households where id = ?1)', [
          household,
        ]),
      ]
    case 'household':
      return [
        statement('update households set county = ?2, village_key = ?3, rural = ?4 where id = ?1', [
          household,
          what.county,
          keyOf(what),
          Number(what.rural),
        ]),
      ]
  }
}

type Kept = { readonly id: string; readonly eligible: number; readonly unknown: number }

/** Holds what is kept of every person against a determination afresh, from the record as every other reader loads it. */
async function expectAllAsDetermined(day: Day, book: PolicyBook): Promise<void> {
  const kept = new Map(
    (await services.store.rows<Kept>('select id, eligible, unknown from persons')).map((row) => [
      row.id,
      row,
    ]),
  )
  const households = await services.store.rows<{ id: string }>('select id from households')
  for (const { id } of households) {
    const household = await loadHousehold(services, id)
    for (const person of household?.persons ?? []) {
      const afresh = determine(factsOf(household ?? expect.unreachable(), person, day, book), day, book)
      const outcomes = afresh.map(({ programme }) =>
        outcomeIn(kept.get(person.id) ?? expect.unreachable(), programme),
      )
      expect(outcomes).toEqual(afresh.map(({ outcome }) => outcome))
    }
  }
}

describe(`kept determinations on ${PLATFORM}`, () => {
  it('are what the rules say afresh, whatever register, change, day and later plan there is', async () => {
    const days = fc.array(fc.oneof(fc.constantFrom(TODAY, '2026-11-19'), aDay('2026-09-01', '2027-12-31')), {
      minLength: 1,
      maxLength: 3,
    })
    await fc.assert(
      fc.asyncProperty(
        aRegister,
        fc.array(aChange, { maxLength: 20 }),
        days,
        aBook,
        async (register, changes, on, book) => {
          await services.store.atomically([...emptied(), ...(await written(services, register)).writes])
          await bringUpToDate(services, PROVINCE, BY, 1000)
          await expectAllAsDetermined(TODAY, PLAN)
          for (const change of changes) await services.store.atomically(await writesOf(change))
          for (const day of on) {
            expect(await bringUpToDate(services, PROVINCE, { day, book }, 1000)).toBe(0)
            await expectAllAsDetermined(day, book)
          }
        },
      ),
      { numRuns: 60, seed: SEED },
    )
  })

  const staleOn = (day: Day, book = PLAN) => countStale(services, PROVINCE, { day, book })

  it('are marked in the same batch as whatever changes a fact, of that household alone', async () => {
    const [one] = fc.sample(aHousehold, { numRuns: 1, seed: SEED })
    const household = { ...(one ?? expect.unreachable()), persons: [CHILD], standings: [LIFTED] }
    const { writes, made } = await written(services, [
      { ...household, county: '621223', village: '甲' },
      { ...household, county: '623025', village: '乙' },
    ])
    await services.store.atomically([...emptied(), ...writes, village('甲', 900)])
    const [id = ''] = made.map((each) => each.id)
    const changes: Readonly<Record<string, Query>> = {
      'a person more': personWrite(id, { ...CHILD, id: 'p' }),
      'a person moving in': statement(
        "update persons set household_id = ?1 where id = 'p' or household_id in (select id from households)",
        [id],
      ),
      'a stage': statement("update persons set stage = 'junior' where household_id = ?1", [id]),
      'a birth date': statement("update persons set birth_date = '2015-01-01' where household_id = ?1", [id]),
      'a standing more': standingWrite(id, '2025-01-01', 'monitored'),
      'a standing told otherwise': standingWrite(id, '2025-01-01', 'registered'),
      'a standing taken back': statement("delete from standings where from_day = '2025-01-01'"),
      "a village's people": village('甲', 1000),
      'a village told of no more': statement("delete from villages where name = '甲'"),
      'a village told of': village('甲', 10),
      'another village': statement("update households set village_key = 'elsewhere' where id = ?1", [id]),
      'another county': statement("update households set county = '621002' where id = ?1", [id]),
      'a town household': statement(
        'update households set rural = case rural when 0 then 1 else 0 end where id = ?1',
        [id],
      ),
    }
    for (const [name, change] of Object.entries(changes)) {
      await bringUpToDate(services, PROVINCE, BY, 1000)
      expect(await staleOn(TODAY), name).toBe(0)
      await services.store.atomically([change])
      expect(await staleOn(TODAY), name).toBe(name === 'a person moving in' ? 2 : 1)
    }
  })

  it('are determined anew only where something could have changed', async () => {
    const household = { ...(fc.sample(aHousehold, { numRuns: 1, seed: SEED })[0] ?? expect.unreachable()) }
    const alone = { ...household, persons: [{ ...CHILD, birthDate: '2023-11-20' }], standings: [LIFTED] }
    await services.store.atomically([...emptied(), ...(await written(services, [alone, alone])).writes])
    expect(await staleOn(TODAY)).toBe(2)
    await bringUpToDate(services, PROVINCE, BY, 1000)
    const days = ['2023-11-20', TODAY, '2026-11-19', '2026-11-20'] as const
    expect(await Promise.all(days.map((day) => staleOn(day)))).toEqual([0, 0, 0, 2])
    const sums = PLAN.figures['secondary-vocational-grant-yuan']
    const dearer = [
      ...sums,
      { from: '2026-01-01', value: 3000, citation: 'a decision made up for this test' },
    ]
    const book = { ...PLAN, figures: { ...PLAN.figures, 'secondary-vocational-grant-yuan': dearer } }
    expect(await staleOn(TODAY, book), 'a sum alone').toBe(0)
    await services.store.atomically([
      statement("update persons set name_index = 'x', taken_on = '2026-11-01'"),
    ])
    expect(await staleOn(TODAY), 'no fact of the rules').toBe(0)
  })
})

const LIFTED = { from: '2019-12-31', standing: 'lifted' } as const
const CHILD: MadePerson = {
  birthDate: '2018-05-05',
  stage: 'primary',
  finalYear: null,
  schoolPlace: null,
  completed: null,
  occupation: null,
  takenOn: '2026-10-01',
}

function village(name: string, population: number): Query {
  return statement(
    `insert into villages (key, county, name, population, import_id) values (?1, '621223', ?2, ?3, 'i')
      on conflict (key) do update set population = excluded.population`,
    [keyOf({ county: '621223', village: name }), name, population],
  )
}

describe(`the job that keeps them on ${PLATFORM}`, () => {
  const registerOf = async (count: number) => {
    const [household] = fc.sample(aRegister, { numRuns: 20, seed: SEED }).find((one) => one.length > 0) ?? []
    const one = {
      ...(household ?? expect.unreachable()),
      persons: fc.sample(aPerson, { numRuns: 2, seed: SEED }),
    }
    const { writes } = await written(services, new Array(count).fill(one))
    await services.store.atomically([...emptied(), ...writes])
  }
  const stale = () => countStale(services, PROVINCE, BY)

  it('fills an empty table in steps, goes on where it was cut off, and does nothing once all is done', async () => {
    await registerOf(600)
    expect(await stale()).toBe(600)
    // No time at all: nothing is done but that a pass is begun.
    expect(await keepDeterminations(services, BY, -1)).toEqual({ households: 0, more: true })
    expect(await keepDeterminations(services, BY, 60_000)).toEqual({ households: 600, more: false })
    expect(await stale()).toBe(0)
    await expectAllAsDetermined(TODAY, PLAN)
    const [progress] = await services.store.rows('select cursor from job_progress')
    expect(progress).toEqual({ cursor: null })
    await services.store.atomically([statement('update determined set stamp = null')])
    expect(await keepDeterminations(services, BY, 60_000)).toEqual({ households: 0, more: false })
    expect(await stale(), 'a finished pass is not begun again').toBe(600)
  })

  it('begins anew with another day, and after an import; twice at once does no harm', async () => {
    await registerOf(300)
    await keepDeterminations(services, BY, 60_000)
    await services.store.atomically([
      statement('update determined set stamp = null'),
      statement(
        `insert into imports (id, file, digest, kind, taken_on, by, started_at, state)
          values ('i', 'f.csv', 'd', 'register', '2026-10-01', 'li', '2026-11-18T04:00:00.000Z', 'done')`,
      ),
    ])
    await Promise.all([1, 2].map(() => keepDeterminations(services, BY, 60_000)))
    await keepDeterminations(services, BY, 60_000)
    expect(await stale()).toBe(0)
    await expectAllAsDetermined(TODAY, PLAN)
    const tomorrow = { day: '2026-11-19', book: PLAN }
    await services.store.atomically([statement('update determined set until_day = ?1', [tomorrow.day])])
    await keepDeterminations(services, tomorrow, 60_000)
    expect(await countStale(services, PROVINCE, tomorrow)).toBe(0)
  })

  it('keeps no answer that rests on facts which changed under it', async () => {
    await registerOf(1)
    const { store } = services
    // Between the facts' reading and the writing of what came of them.
    const late = {
      ...services,
      store: {
        ...store,
        rows: async <Row>(sql: string, params?: readonly (string | number | null)[]) => {
          const rows = await store.rows<Row>(sql, params)
          if (sql.includes('birth_date'))
            await store.atomically([
              statement("update persons set stage = 'senior', occupation = 'village-doctor'"),
            ])
          return rows
        },
      },
    }
    await bringUpToDate(late, PROVINCE, BY, 250)
    expect(await stale()).toBe(1)
    await bringUpToDate(services, PROVINCE, BY, 250)
    expect(await stale()).toBe(0)
    await expectAllAsDetermined(TODAY, PLAN)
  })
})
