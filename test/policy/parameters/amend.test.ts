import { describe, expect, it } from 'vitest'
import { type Amendment, amend } from '../../../src/policy/parameters/amend.ts'
import { CHANGES, type Change } from '../../../src/policy/parameters/change.ts'
import { changeFaults } from '../../../src/policy/parameters/change-faults.ts'
import { determine, determineOne } from '../../../src/policy/determine.ts'
import type { Facts } from '../../../src/policy/facts.ts'
import { countsAsPoor, PLAN } from '../../../src/policy/parameters/parameters.ts'
import { fc } from '../../property.ts'
import { anyDay, anyFacts } from '../arbitrary-facts.ts'

const FROM = '2026-09-01'
const TODAY = '2026-11-18'
const DECISION = '甘教发〔2026〕12号'
const STUDENT: Facts = { 'household.registered': true, 'person.stage': 'secondary-vocational' }

function by(...changes: readonly Change[]): Amendment {
  return { id: 'a', from: FROM, changes, citation: DECISION }
}

function figure(id: 'secondary-vocational-grant-yuan' | 'labour-age-from', value: number): Change {
  return { kind: 'figure', figure: id, value }
}

const GRANT = by(figure('secondary-vocational-grant-yuan', 3000))
const COUNTY = by({ kind: 'county', category: 'plan', county: '620902', listed: true })
const STANDINGS = by({ kind: 'standings', standings: ['registered', 'lifted'] })

const ENDED = by({ kind: 'programme', programme: 'secondary-vocational-grant', inForce: false })
const RESUMED: Amendment = {
  id: 'b',
  from: '2027-09-01',
  changes: [{ kind: 'programme', programme: 'secondary-vocational-grant', inForce: true }],
  citation: '甘教发〔2027〕8号',
}

/** What a decision may change, one of each kind and all together. */
const anyAmendment = fc
  .record({
    from: anyDay.filter((day) => day >= '2015-09-01'),
    changes: fc.constantFrom<readonly Change[]>(
      GRANT.changes,
      COUNTY.changes,
      STANDINGS.changes,
      ENDED.changes,
      by(figure('labour-age-from', 18)).changes,
      [...GRANT.changes, ...COUNTY.changes, ...STANDINGS.changes],
    ),
  })
  .map((one): Amendment => ({ id: 'a', citation: DECISION, ...one }))

describe('a decision laid over the plan', () => {
  it('holds from its day, and leaves every day before it as it was', () => {
    fc.assert(
      fc.property(anyAmendment, anyFacts, anyDay, (amendment, facts, day) => {
        fc.pre(day < amendment.from)
        expect(determine(facts, day, amend(PLAN, [amendment]))).toEqual(determine(facts, day, PLAN))
      }),
    )
  })

  it('changes a sum, and the answer cites it beside the clause', () => {
    const book = amend(PLAN, [GRANT])
    const grantOn = (day: string) => determineOne('secondary-vocational-grant', STUDENT, day, book)
    expect(grantOn('2026-08-31').benefit?.amount).toBe(2000)
    expect(grantOn('2026-08-31').citations).toEqual(['二(一)·6'])
    expect(grantOn(FROM).benefit?.amount).toBe(3000)
    expect(grantOn(FROM).citations).toEqual(['二(一)·6', DECISION])
  })

  it('settles a county that the lists leave open, and its reason cites the decision', () => {
    const child: Facts = { 'household.county': '620902', 'person.stage': 'primary' }
    const before = determineOne('compulsory-nearby-school', child, FROM, PLAN)
    const after = determineOne('compulsory-nearby-school', child, FROM, amend(PLAN, [COUNTY]))
    expect([before.outcome, after.outcome]).toEqual(['unknown', 'eligible'])
    expect(after.reasons[0]).toMatchObject({ condition: 'in-plan-counties', value: true, citation: DECISION })
  })

  it('cites the plan for the counties that the decision does not name', () => {
    const child: Facts = { 'household.county': '621223', 'person.stage': 'primary' }
    const determination = determineOne('compulsory-nearby-school', child, FROM, amend(PLAN, [COUNTY]))
    expect(determination).toEqual(determineOne('compulsory-nearby-school', child, FROM, PLAN))
  })

  it('counts other standings, and what rests on them cites it', () => {
    const book = amend(PLAN, [STANDINGS])
    expect(['2026-08-31', FROM].map((day) => countsAsPoor('lifted', day, book))).toEqual([false, true])
    expect(determineOne('work-study', STUDENT, FROM, book).reasons[0]?.citation).toBe(DECISION)
  })

  it('ends a programme from its day, and cites itself for it', () => {
    const book = amend(PLAN, [ENDED])
    const grantOn = (day: string) => determineOne('secondary-vocational-grant', STUDENT, day, book)
    expect(grantOn('2026-08-31')).toEqual(determineOne('secondary-vocational-grant', STUDENT, '2026-08-31'))
    expect(grantOn(FROM)).toMatchObject({
      outcome: 'ineligible',
      benefit: null,
      missing: [],
      reasons: [{ condition: 'in-force', value: false, facts: [], citation: DECISION }],
    })
  })

  it('resumes a programme by the rule it had, and cites itself beside the clause', () => {
    const book = amend(PLAN, [ENDED, RESUMED])
    const outcomes = ['2026-08-31', '2027-08-31', '2027-09-01'].map(
      (day) => determineOne('secondary-vocational-grant', STUDENT, day, book).outcome,
    )
    expect(outcomes).toEqual(['eligible', 'ineligible', 'eligible'])
    expect(determineOne('secondary-vocational-grant', STUDENT, RESUMED.from, book).citations).toEqual([
      '二(一)·6',
      RESUMED.citation,
    ])
  })

  it('leaves every other programme as it was where it ends one', () => {
    const others = (book: typeof PLAN) =>
      determine(STUDENT, FROM, book).filter(({ programme }) => programme !== 'secondary-vocational-grant')
    expect(others(amend(PLAN, [ENDED]))).toEqual(others(PLAN))
  })

  it('gives way to a later one from the same day', () => {
    const book = amend(PLAN, [GRANT, { ...by(figure('secondary-vocational-grant-yuan', 2500)), id: 'b' }])
    expect(determineOne('secondary-vocational-grant', STUDENT, FROM, book).benefit?.amount).toBe(2500)
  })

  it('leaves the book it is laid over as it was', () => {
    amend(PLAN, [GRANT, COUNTY, STANDINGS])
    expect(determineOne('secondary-vocational-grant', STUDENT, TODAY).benefit?.amount).toBe(2000)
  })
})

describe('a decision is refused, and told what is wrong with it,', () => {
  const cases: readonly (readonly [string, readonly Change[], string, string])[] = [
    ['where it is before the plan', GRANT.changes, '2015-08-31', 'from'],
    ['where it is too far ahead', GRANT.changes, '2036-11-19', 'from'],
    ['where a sum is negative', [figure('secondary-vocational-grant-yuan', -1)], FROM, 'changes.0.value'],
    ['where a sum has a part', [figure('secondary-vocational-grant-yuan', 0.5)], FROM, 'changes.0.value'],
    ['where it resumes what never ended', RESUMED.changes, FROM, 'changes.0'],
    ['where it ends and resumes the same', [...ENDED.changes, ...RESUMED.changes], FROM, 'changes.1'],
    ['where it changes nothing', [figure('secondary-vocational-grant-yuan', 2000)], FROM, 'changes.0'],
    ['where it changes the same twice', [...GRANT.changes, ...GRANT.changes], FROM, 'changes.1'],
    ['where it counts as before', [{ kind: 'standings', standings: ['registered'] }], FROM, 'changes.0'],
    [
      'where it leaves the Tibetan area open',
      [{ kind: 'county', category: 'tibetanArea', county: '623025', listed: null }],
      FROM,
      'changes.0.listed',
    ],
    [
      'where shares no longer come to one',
      [{ kind: 'figure', figure: 'preschool-fee-province-share', value: 0.7 }],
      FROM,
      'changes',
    ],
    ['where ages cross', [{ kind: 'figure', figure: 'kindergarten-age-from', value: 7 }], FROM, 'changes'],
  ]
  it.each(cases)('%s', (_, changes, from, path) => {
    const faults = changeFaults(PLAN, { from, changes, citation: DECISION }, TODAY)
    expect(faults.map((fault) => fault.path)).toEqual([path])
  })

  it.each([
    ['an unknown figure', [{ kind: 'figure', figure: 'hen-yuan', value: 1 }]],
    ['an unknown county', [{ kind: 'county', category: 'plan', county: '620824', listed: true }]],
    ['a county beyond Gansu', [{ kind: 'county', category: 'plan', county: '110101', listed: true }]],
    ['an unknown list', [{ kind: 'county', category: 'rich', county: '621223', listed: true }]],
    ['a standing nobody counts', [{ kind: 'standings', standings: ['removed'] }]],
    ['a standing twice', [{ kind: 'standings', standings: ['lifted', 'lifted'] }]],
    ['an unknown programme', [{ kind: 'programme', programme: 'free-hens', inForce: false }]],
    ['a programme neither ended nor resumed', [{ kind: 'programme', programme: 'work-study' }]],
    ['no change', []],
    ['an unknown kind', [{ kind: 'wish' }]],
  ])('where it has %s', (_, changes) => {
    expect(CHANGES.safeParse(changes).success).toBe(false)
  })

  it.each([[GRANT], [COUNTY], [STANDINGS], [ENDED]])(
    'but not where nothing is',
    ({ from, changes, citation }) => {
      expect(changeFaults(PLAN, { from, changes, citation }, TODAY)).toEqual([])
      expect(CHANGES.safeParse(changes).success).toBe(true)
    },
  )
})
