import { describe, expect, it } from 'vitest'
import { nextStanding } from '../../src/register/importing/next-standing.ts'
import { readStandings, type StandingCells } from '../../src/register/values/standing.ts'

const TAKEN = '2026-06-30'
const EMPTY: StandingCells = {
  householdKind: '',
  liftedState: '',
  liftedYear: '',
  laterKind: '',
  identified: '',
}

const read = (cells: Partial<StandingCells>) => {
  const warnings: string[] = []
  const told = readStandings({ ...EMPTY, ...cells }, TAKEN, (_, reason) => warnings.push(reason))
  return { standings: told.standings.map(({ standing, from }) => `${standing} ${from}`), warnings, told }
}

const CASES: readonly (readonly [Partial<StandingCells>, readonly string[]])[] = [
  [{}, ['registered 2014-12-31']],
  [{ householdKind: '一般贫困户', liftedState: '未脱贫' }, ['registered 2014-12-31']],
  [{ householdKind: '低保户' }, ['registered 2014-12-31']],
  [{ householdKind: '五保贫困户' }, ['registered 2014-12-31']],
  [{ householdKind: '特困供养贫困户', liftedState: '0' }, ['registered 2014-12-31']],
  [{ liftedState: '预脱贫' }, ['registered 2014-12-31']],
  [{ liftedState: '2' }, ['registered 2014-12-31']],
  [{ liftedState: '返贫' }, ['registered 2014-12-31']],
  [{ liftedState: '3', identified: '2016' }, ['registered 2016-01-01']],
  [{ householdKind: '一般农户', liftedState: '未脱贫' }, ['ordinary 2014-12-31']],
  [{ liftedState: '脱贫', liftedYear: '2018' }, ['registered 2014-12-31', 'lifted 2018-12-31']],
  [
    { liftedState: '1', liftedYear: '2018', identified: '2015' },
    ['registered 2015-01-01', 'lifted 2018-12-31'],
  ],
  [{ liftedState: '稳定脱贫', liftedYear: '2019年' }, ['registered 2014-12-31', 'lifted 2019-12-31']],
  [{ liftedState: '4', liftedYear: '2020' }, ['registered 2014-12-31', 'lifted 2020-12-31']],
  [{ laterKind: '脱贫户', liftedYear: '2017' }, ['registered 2014-12-31', 'lifted 2017-12-31']],
  [{ liftedYear: '2017' }, ['registered 2014-12-31', 'lifted 2017-12-31']],
  [
    { liftedState: '返贫', liftedYear: '2017' },
    ['registered 2014-12-31', 'lifted 2017-12-31', 'registered 2026-06-30'],
  ],
  [{ laterKind: '监测对象' }, ['monitored 2026-06-30']],
  [{ laterKind: '边缘易致贫户', identified: '2021-05' }, ['monitored 2021-05-01']],
  [{ laterKind: '突发严重困难户', identified: '2022' }, ['monitored 2022-01-01']],
  [
    { laterKind: '脱贫不稳定户', liftedYear: '2018' },
    ['registered 2014-12-31', 'lifted 2018-12-31', 'monitored 2026-06-30'],
  ],
]

describe('a household stands as its row says', () => {
  it.each(CASES)('%j', (cells, standings) => {
    expect(read(cells)).toMatchObject({ standings, warnings: [] })
  })

  it('is lifted from the day the file was taken where no year is given, with a warning', () => {
    expect(read({ liftedState: '已脱贫' })).toMatchObject({
      standings: ['registered 2014-12-31', 'lifted 2026-06-30'],
      warnings: ['lifted-without-year'],
    })
  })

  it('is registered, with a warning, where the words are not known', () => {
    expect(read({ householdKind: '某某户' })).toMatchObject({
      standings: ['registered 2014-12-31'],
      warnings: ['value-unknown'],
    })
  })
})

describe('a later file', () => {
  const registered = [{ standing: 'registered', from: '2014-12-31' }] as const
  const lifted = [...registered, { standing: 'lifted', from: '2018-12-31' }] as const
  const next = (known: Parameters<typeof nextStanding>[0], cells: Partial<StandingCells>) =>
    nextStanding(known, read(cells).told, TAKEN)

  it('adds nothing where it says what stands already', () => {
    expect(next(registered, { identified: '2016' })).toBeNull()
    expect(next(lifted, { liftedState: '脱贫', liftedYear: '2018' })).toBeNull()
    expect(next(lifted, { liftedState: '脱贫' })).toBeNull()
  })

  it('adds the standing it tells, from the day it tells', () => {
    expect(next(registered, { liftedState: '脱贫', liftedYear: '2019' })).toEqual({
      standing: 'lifted',
      from: '2019-12-31',
    })
  })

  it('dates a fall back into poverty by the day it was taken, and leaves the past as it was', () => {
    expect(next(lifted, { liftedState: '返贫' })).toEqual({ standing: 'registered', from: TAKEN })
    expect(next(lifted, { liftedState: '未脱贫', identified: '2016' })).toEqual({
      standing: 'registered',
      from: TAKEN,
    })
  })

  it('tells the true year of a household that was lifted without one', () => {
    const undated = [...registered, { standing: 'lifted', from: '2025-10-01' }] as const
    expect(next(undated, { liftedState: '脱贫', liftedYear: '2018' })).toEqual({
      standing: 'lifted',
      from: '2018-12-31',
    })
  })
})
