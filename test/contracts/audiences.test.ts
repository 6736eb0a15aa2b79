import { beforeAll, describe, expect, it } from 'vitest'
import { openTestStore, PLATFORM } from '#platform'
import type { Audience } from '../../src/audiences/audience.ts'
import { LEDGER_FILTERS } from '../../src/audiences/ledger-filter.ts'
import { type Preview, previewAudience } from '../../src/audiences/preview.ts'
import { type NotReached, type Recipient, recipients } from '../../src/audiences/recipients.ts'
import { bringUpToDate } from '../../src/determinations/current.ts'
import { OUTCOMES } from '../../src/policy/determination.ts'
import { STAGES } from '../../src/policy/facts.ts'
import { PLAN } from '../../src/policy/parameters/parameters.ts'
import { PROGRAMME_IDS } from '../../src/policy/programme.ts'
import { createVault } from '../../src/privacy/vault.ts'
import { tokenActor } from '../../src/staff/actor.ts'
import { PROVINCE } from '../../src/staff/area.ts'
import { statement } from '../../src/storage/store.ts'
import { fc } from '../property.ts'
import { type Expected, expectedOf, type Scene } from './register/naive-audience.ts'
import { anEntry, contacts, contactWrites, entryWrites } from './register/random-contacts.ts'
import {
  aHousehold,
  aPerson,
  aVillage,
  COUNTIES,
  emptied,
  keyOf,
  type MadeHousehold,
  type MadePerson,
  TOWNSHIPS,
  written,
} from './register/random-register.ts'
import { testServices } from './services.ts'

type TestServices = Awaited<ReturnType<typeof testServices>>
let services: TestServices

beforeAll(async () => {
  services = await testServices(await openTestStore())
})

const TODAY = '2026-11-18'
const BY = { day: TODAY, book: PLAN }
const SEED = 20261118
const STAFF = { name: 'li', role: 'operator', area: PROVINCE } as const

// Mostly people of whom a few programmes are asked, so that somebody is in most audiences.
const aPupil = aPerson.map((person) => ({
  ...person,
  stage: 'secondary-vocational' as const,
  birthDate: '2009-03-01',
}))
const aFamily = fc.record({
  household: aHousehold,
  pupils: fc.array(aPupil, { minLength: 1, maxLength: 3 }),
  county: fc.constantFrom('621223', '621223', '621223', '623025'),
})
const aLikelyHousehold = fc.oneof(
  aHousehold,
  aFamily.map(({ household, pupils, county }) => ({
    ...household,
    county,
    persons: [...pupils, ...household.persons].slice(0, 4),
    standings: [{ from: '2014-12-31', standing: 'registered' as const }],
  })),
)
const LIKELY = ['secondary-vocational-grant', 'tibetan-area-nine-plus-three', 'work-study'] as const
const aProgramme = fc.oneof(
  { arbitrary: fc.constantFrom(...LIKELY), weight: 5 },
  { arbitrary: fc.constantFrom(...PROGRAMME_IDS), weight: 1 },
)

const aScene = fc.record({
  register: fc.array(aLikelyHousehold, { minLength: 4, maxLength: 12 }),
  villages: fc.uniqueArray(aVillage, { maxLength: 6, selector: keyOf }),
  contacts,
  entries: fc.uniqueArray(anEntry(aProgramme), {
    minLength: 20,
    maxLength: 60,
    selector: ({ household, person, programme, schoolYear }) =>
      `${household} ${person} ${programme} ${schoolYear}`,
  }),
})

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 2 })

const anAudience: fc.Arbitrary<Audience> = fc
  .record({
    area: fc.oneof(
      fc.constantFrom('62', '6212', '6230', '621223'),
      fc.constantFrom(...COUNTIES).filter((code) => code.startsWith('62')),
    ),
    township: fc.option(fc.constantFrom(...TOWNSHIPS), { freq: 2 }),
    programme: fc.option(aProgramme, { freq: 6 }),
    outcome: fc.option(fc.constantFrom('eligible', ...OUTCOMES), { freq: 2 }),
    ledger: maybe(fc.constantFrom(...LEDGER_FILTERS)),
    stage: fc.option(fc.constantFrom('secondary-vocational', ...STAGES), { freq: 2 }),
    finalYear: fc.option(fc.boolean(), { freq: 2 }),
    language: maybe(fc.constantFrom('zh-CN', 'bo')),
    channel: maybe(fc.constantFrom('sms', 'telegram')),
    fresh: maybe(fc.boolean()),
    per: maybe(fc.constantFrom('household', 'person')),
    narrow: fc.nat(3).map((number) => number === 0),
  })
  .map(({ area, township, programme, outcome, ledger, stage, finalYear, narrow, ...rest }) => ({
    county: area,
    township: area.length === 6 ? township : null,
    programme,
    outcome: programme === null ? null : outcome,
    ledger: programme === null ? null : ledger,
    // With both a programme and a stage hardly anybody is left.
    stage: narrow || programme === null ? stage : null,
    finalYear: narrow ? finalYear : null,
    ...rest,
  }))

async function writeScene(made: typeof aScene extends fc.Arbitrary<infer T> ? T : never): Promise<Scene> {
  const { register, villages, contacts: who, entries } = made
  const { made: households, writes } = await written(services, register)
  const { known, writes: more } = await contactWrites(services, households, who)
  await services.store.atomically([
    ...emptied(),
    ...writes,
    ...villages.map((village) =>
      statement(
        "insert into villages (key, county, name, poor, population, import_id) values (?1, ?2, ?3, ?4, ?5, 'i')",
        [
          keyOf(village),
          village.county,
          village.village,
          village.poor === null ? null : Number(village.poor),
          village.population,
        ],
      ),
    ),
    ...more,
    ...entryWrites(households, entries),
  ])
  const byKey = new Map(villages.map((village) => [keyOf(village), village]))
  return { households, villages: byKey, contacts: known, entries, day: TODAY }
}

async function allOf(audience: Audience, limit: number, by = BY): Promise<readonly Expected[]> {
  const found: Expected[] = []
  let after: string | null = null
  do {
    const page: Awaited<ReturnType<typeof recipients>> = await recipients(services, audience, by, {
      after,
      limit,
    })
    expect(page.examined).toBeLessThanOrEqual(limit)
    found.push(...page.recipients.map(asReached), ...page.unreached.map(asNotReached))
    after = page.next
  } while (after !== null)
  return found
}

const asReached = ({ key, channel, address, language, persons }: Recipient): Expected => ({
  key,
  to: `${channel} ${address}`,
  language,
  persons: persons.map(({ id }) => id),
})

const asNotReached = ({ key, reason }: NotReached): Expected => ({
  key,
  to: reason,
  language: '',
  persons: [],
})

/** As the recipients tell it: of an unreached one only why; of several silent telephones one. */
function expectSame(found: readonly Expected[], expected: readonly Expected[]): void {
  const byKey = new Map(expected.map((one) => [one.key, one]))
  expect(found.map(({ key }) => key).toSorted()).toEqual([...byKey.keys()].toSorted())
  for (const one of found) {
    const { to = '', language, persons = [] } = byKey.get(one.key) ?? {}
    expect(to.split(/[ |]/)).toEqual(expect.arrayContaining(one.to.split(' ')))
    if (!one.to.includes(' ')) continue
    expect(one.language).toBe(language)
    expect(one.persons.toSorted()).toEqual(persons.toSorted())
  }
}

describe(`an audience on ${PLATFORM}`, () => {
  it('is who a look at every household one by one finds, whatever is kept, page by page', async () => {
    await fc.assert(
      fc.asyncProperty(
        aScene,
        fc.array(anAudience, { minLength: 1, maxLength: 8 }),
        fc.constantFrom(1, 3, 500),
        fc.constantFrom(0, 2, 1000),
        async (made, audiences, limit, isKept) => {
          const scene = await writeScene(made)
          if (isKept) await bringUpToDate(services, PROVINCE, BY, 1000)
          for (const audience of audiences)
            expectSame(await allOf(audience, limit), expectedOf(scene, audience))
        },
      ),
      { numRuns: 80, seed: SEED },
    )
  })

  it('is counted as it is sent, and everybody of the area it leaves out is accounted for', async () => {
    await fc.assert(
      fc.asyncProperty(
        aScene,
        fc.array(anAudience, { minLength: 4, maxLength: 6 }),
        async (made, audiences) => {
          const scene = await writeScene(made)
          for (const audience of audiences) {
            const expected = expectedOf(scene, audience)
            const reached = expected.filter(({ to }) => to.includes(' '))
            const preview = await previewOf(audience)
            expect(preview.notCurrent).toBe(0)
            expect(preview.messages).toBe(reached.length)
            expect(preview.reach.reduce((sum, { messages }) => sum + messages, 0)).toBe(reached.length)
            for (const { language, channel, messages } of preview.reach) {
              const same = reached.filter((one) => one.language === language && one.to.startsWith(channel))
              expect(messages).toBe(same.length)
            }
            const households = expectedOf(scene, { ...audience, per: 'household' })
            expect(preview.households).toBe(households.length)
            for (const [reason, count] of Object.entries(preview.unreached))
              expect(count).toBe(households.filter(({ to }) => to === reason).length)
            const meant = households.flatMap(({ persons }) => persons)
            expect(preview.persons).toBe(meant.length)
            const { county, township } = audience
            const all = scene.households
              .filter(
                (one) =>
                  (county === '62' || one.county.startsWith(county)) &&
                  (township ?? one.township) === one.township,
              )
              .flatMap(({ persons }) => persons)
            const excluded = preview.excluded.reduce((sum, { persons }) => sum + persons, 0)
            if (meant.length + excluded > 0) expect(meant.length + excluded).toBe(all.length)
          }
        },
      ),
      { numRuns: 40, seed: SEED },
    )
  })
})

async function previewOf(
  audience: Audience,
  actor: Parameters<typeof previewAudience>[1] = STAFF,
): Promise<Preview> {
  const result = await previewAudience(services, actor, audience)
  return result.ok ? result.preview : expect.unreachable()
}

const PUPIL: MadePerson = {
  birthDate: '2009-03-01',
  stage: 'secondary-vocational',
  finalYear: false,
  schoolPlace: 'in-province',
  completed: null,
  occupation: null,
  takenOn: '2026-10-01',
}
const FAMILY: MadeHousehold = {
  county: '621223',
  township: '城关镇',
  village: '甲',
  rural: true,
  language: null,
  standings: [{ from: '2014-12-31', standing: 'registered' }],
  telephones: ['+8612900000001'],
  persons: [PUPIL, { ...PUPIL, birthDate: '1980-01-01', stage: 'not-in-school', completed: 'junior' }],
}
const GRANT = { county: '621223', programme: 'secondary-vocational-grant' } as const

async function writeFamilies(...families: readonly MadeHousehold[]) {
  const { made, writes } = await written(services, families)
  await services.store.atomically([...emptied(), ...writes])
  return made
}

describe(`what is told of an audience before it is sent on ${PLATFORM}`, () => {
  it('shows ten of them with each one’s reasons and clauses, with names for staff alone', async () => {
    await writeFamilies(...new Array<MadeHousehold>(14).fill(FAMILY))
    const { sample, households } = await previewOf(GRANT)
    expect([households, sample.length, new Set(sample.map(({ householdId }) => householdId)).size]).toEqual([
      14, 10, 10,
    ])
    expect(sample[0]).toMatchObject({
      county: '621223',
      township: '城关镇',
      language: 'zh-CN',
      channel: 'sms',
      persons: [
        {
          name: '人0',
          stage: 'secondary-vocational',
          isStale: false,
          determination: {
            outcome: 'eligible',
            reasons: [
              { condition: 'registered', value: true, citation: '二(一)·6' },
              { condition: 'stage', value: true, citation: '二(一)·6' },
            ],
          },
        },
      ],
    })
    expect(await previewOf(GRANT)).toMatchObject({ sample })
    const token = await previewOf(GRANT, tokenActor('other system'))
    expect(token.sample.map(({ persons }) => persons[0]?.name)).toEqual(new Array(10).fill(null))
  })

  it('tells who qualifies and is left out as already served, and who cannot be told of yet', async () => {
    const [one, other] = await writeFamilies(FAMILY, FAMILY, {
      ...FAMILY,
      persons: [{ ...PUPIL, stage: null }],
    })
    const entry = (id: string | undefined, state: string) =>
      statement('insert into ledger (person_id, programme, school_year, state) values (?1, ?2, 2026, ?3)', [
        id ?? '',
        GRANT.programme,
        state,
      ])
    await services.store.atomically([
      entry(one?.persons[0]?.id, 'paid'),
      entry(other?.persons[0]?.id, 'told'),
    ])
    const { excluded, persons } = await previewOf({ ...GRANT, ledger: 'not-applied' })
    expect(persons).toBe(1)
    expect(excluded).toEqual([
      { because: 'ledger', value: 'paid', persons: 1 },
      { because: 'outcome', value: 'ineligible', persons: 2 },
      { because: 'outcome', value: 'unknown', persons: 1 },
    ])
  })

  it('is refused beyond the asker’s area, and where it asks of a programme without naming one', async () => {
    const actor = { ...STAFF, area: { code: '621223', township: null } }
    const faults = async (audience: Audience) => {
      const result = await previewAudience(services, actor, audience)
      return result.ok ? [] : result.fault.fields?.map(({ path }) => path)
    }
    expect(await faults(GRANT)).toEqual([])
    expect(await faults({ ...GRANT, county: '6212' })).toEqual(['county'])
    expect(await faults({ ...GRANT, county: '623025' })).toEqual(['county'])
    expect(await faults({ county: '6212', township: '城关镇' })).toEqual(['township'])
    expect(await faults({ county: '621223', outcome: 'unknown', ledger: 'paid' })).toEqual([
      'outcome',
      'ledger',
    ])
  })
})

describe(`the recipients of an audience on ${PLATFORM}`, () => {
  const readAll = (audience: Audience, by = BY, among?: readonly string[]) =>
    recipients(services, audience, by, {
      after: null,
      limit: 500,
      ...(among === undefined ? {} : { among }),
    })

  it('are told each why, with the sum of the day of sending', async () => {
    await writeFamilies(FAMILY)
    const sums = PLAN.figures['secondary-vocational-grant-yuan']
    const figures = {
      ...PLAN.figures,
      'secondary-vocational-grant-yuan': [...sums, { from: '2026-12-01', value: 3000, citation: 'made up' }],
    }
    const sumOn = async (day: string) => {
      const page = await readAll(GRANT, { day, book: { ...PLAN, figures } })
      return page.recipients[0]?.persons[0]?.determination?.benefit?.amount
    }
    expect([await sumOn('2026-11-30'), await sumOn('2026-12-01')]).toEqual([2000, 3000])
  })

  it('are asked of the ledger as each word says, of this school year alone', async () => {
    const courses = [
      [],
      [2025, 'paid', '2025-10-01'],
      [2026, 'told', null],
      [2026, 'applied', null],
      [2026, 'granted', null],
      [2026, 'paid', '2026-10-01'],
      [2026, 'refused', null],
      [2026, 'refused', '2026-10-01'],
    ] as const
    const made = await writeFamilies(...courses.map(() => FAMILY))
    await services.store.atomically(
      courses.flatMap(([year, state, paidOn], at) =>
        year === undefined
          ? []
          : [
              statement(
                'insert into ledger (person_id, programme, school_year, state, paid_on) values (?1, ?2, ?3, ?4, ?5)',
                [made[at]?.persons[0]?.id ?? '', GRANT.programme, year, state, paidOn],
              ),
            ],
      ),
    )
    const found = async () =>
      Promise.all(
        LEDGER_FILTERS.map(async (ledger) => {
          const { recipients: all } = await readAll({ ...GRANT, ledger })
          return [
            ledger,
            all.map(({ key }) => made.findIndex(({ id }) => id === key)).toSorted((a, b) => a - b),
          ] as const
        }),
      )
    const expected = [
      ['none', [0, 1]],
      ['told', [2]],
      ['applied', [3]],
      ['granted', [4]],
      ['paid', [5]],
      ['refused', [6, 7]],
      ['not-applied', [0, 1, 2]],
      ['not-received', [0, 1, 2, 3, 4, 6]],
    ]
    expect(await found()).toEqual(expected)
    await bringUpToDate(services, PROVINCE, BY, 1000)
    expect(await found(), 'once outcomes are kept').toEqual(expected)
    const counted = LEDGER_FILTERS.map(async (ledger) => (await previewOf({ ...GRANT, ledger })).persons)
    expect(await Promise.all(counted)).toEqual(expected.map(([, families = []]) => families.length))
  })

  it('may be asked for among some households alone, by the same rules', async () => {
    const made = await writeFamilies(FAMILY, { ...FAMILY, standings: [] }, FAMILY)
    const ids = made.map(({ id }) => id)
    const { recipients: found, next } = await readAll(GRANT, BY, ids.slice(0, 2))
    expect([found.map(({ householdId }) => householdId), next]).toEqual([[ids[0]], null])
    expect((await readAll({ ...GRANT, county: '623025' }, BY, ids)).recipients).toEqual([])
  })

  it('are none who stopped, also while keys rotate and the stop stands under the previous one', async () => {
    const previous = services.vault
    const made = await writeFamilies(FAMILY)
    const stopped = {
      channel: 'sms' as const,
      number: 1,
      chosen: null,
      wrote: [],
      stopped: true,
      links: [],
    }
    await services.store.atomically((await contactWrites(services, made, [stopped])).writes)
    const rotated = await createVault(new Uint8Array(32).fill(8), new Uint8Array(32).fill(9))
    await services.store.atomically([
      statement('update household_telephones set address_index = ?1', [
        rotated.index('address', '+8612900000001'),
      ]),
    ])
    const page = await recipients({ ...services, vault: rotated }, GRANT, BY, { after: null, limit: 10 })
    expect(page).toMatchObject({ recipients: [], unreached: [{ reason: 'stopped' }] })
    expect(previous.index('address', '+8612900000001')).not.toBe(rotated.index('address', '+8612900000001'))
  })

  it('are read page by page through an index, without sorting all there are', async () => {
    const plans: string[] = []
    const watched = {
      ...services,
      store: {
        ...services.store,
        rows: async <Row>(sql: string, params: readonly (string | number | null)[] = []) => {
          const plan = await services.store.rows<{ detail: string }>(`explain query plan ${sql}`, params)
          plans.push(...plan.map(({ detail }) => detail))
          return services.store.rows<Row>(sql, params)
        },
      },
    }
    for (const county of ['62', '6212', '621223'])
      await recipients(watched, { ...GRANT, county, ledger: 'not-applied' }, BY, { after: null, limit: 10 })
    expect(plans.filter((detail) => detail.includes('households_county'))).toHaveLength(3)
    expect(
      plans.filter((detail) => /^SCAN (?!CONSTANT|json_each|said|value)|TEMP B-TREE FOR ORDER/.test(detail)),
    ).toEqual([])
  })
})
