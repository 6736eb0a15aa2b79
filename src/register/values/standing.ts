import type { Day } from '../../policy/facts.ts'
import type { DatedStanding } from '../household.ts'
import type { ColumnId } from '../columns.ts'
import type { WarningReason } from '../reasons.ts'
import { readDay, readYear } from './day.ts'
import { readHouseholdKind, readLaterKind, readLiftedState } from './household-values.ts'

/** The cells of one row that tell a household's standing. */
export type StandingCells = {
  readonly householdKind: string
  readonly liftedState: string
  readonly liftedYear: string
  readonly laterKind: string
  readonly identified: string
}

/** Standings as one file tells them, oldest first; `dated` is false where the last one's day is only the day the file was taken. */
export type ToldStandings = { readonly standings: readonly DatedStanding[]; readonly dated: boolean }

type Warn = (column: ColumnId, reason: WarningReason) => void

/** The last day before the plan's first year: a household with no day of identification was on the register by then. */
const BEFORE_THE_PLAN: Day = '2014-12-31'

/** What a file says of a household's standing. `warn` hears of cells that say nothing readable. */
export function readStandings(cells: StandingCells, takenOn: Day, warn: Warn): ToldStandings {
  const identified = identifiedOn(cells.identified, warn)
  const liftedOn = liftedDay(cells.liftedYear, warn)
  const state = currentState(cells, liftedOn, warn)
  const past: DatedStanding[] = [
    { standing: 'registered', from: identified },
    ...(liftedOn !== null && liftedOn > identified ? [{ standing: 'lifted', from: liftedOn } as const] : []),
  ]
  switch (state) {
    case 'registered':
    case 'ordinary':
      return { standings: [{ standing: state, from: identified }], dated: true }
    case 'lifted':
      if (liftedOn !== null)
        return { standings: ending(past, { standing: 'lifted', from: liftedOn }), dated: true }
      warn('liftedYear', 'lifted-without-year')
      return { standings: ending(past, { standing: 'lifted', from: takenOn }), dated: false }
    case 'fell-back':
      return liftedOn === null
        ? { standings: past, dated: true }
        : { standings: ending(past, { standing: 'registered', from: takenOn }), dated: false }
    case 'monitored':
      return readMonitored(cells, past, takenOn)
  }
}

// Who was never poor is identified as one to be monitored; who was, is monitored from the day the file knows of it.
function readMonitored(cells: StandingCells, past: readonly DatedStanding[], takenOn: Day): ToldStandings {
  const wasPoor = past.length > 1 || cells.liftedState !== '' || /不稳定/.test(cells.laterKind)
  const first = past[0]
  if (wasPoor || first === undefined) {
    return { standings: ending(past, { standing: 'monitored', from: takenOn }), dated: false }
  }
  const dated = cells.identified !== ''
  return { standings: [{ standing: 'monitored', from: dated ? first.from : takenOn }], dated }
}

function currentState(cells: StandingCells, liftedOn: Day | null, warn: Warn) {
  const later = known('laterKind', cells.laterKind, readLaterKind, warn)
  const state = known('liftedState', cells.liftedState, readLiftedState, warn)
  const kind = known('householdKind', cells.householdKind, readHouseholdKind, warn)
  if (later === 'monitored') return 'monitored'
  if (state === 'fell-back') return 'fell-back'
  if (state === 'lifted' || later === 'lifted') return 'lifted'
  if (kind === 'ordinary' || later === 'ordinary') return 'ordinary'
  return state === null && liftedOn !== null ? 'lifted' : 'registered'
}

function identifiedOn(text: string, warn: Warn): Day {
  if (text === '') return BEFORE_THE_PLAN
  const day = readDay(text)
  if (day === null) warn('identified', 'value-unknown')
  return day ?? BEFORE_THE_PLAN
}

function liftedDay(text: string, warn: Warn): Day | null {
  if (text === '') return null
  const year = readYear(text)
  if (year === null) warn('liftedYear', 'value-unknown')
  return year === null ? null : `${year}-12-31`
}

// A day told later than the one that ends the list is not believed: standings stand in the order of their days.
function ending(past: readonly DatedStanding[], last: DatedStanding): readonly DatedStanding[] {
  return [...past.filter((entry) => entry.from < last.from), last]
}

function known<T>(column: ColumnId, text: string, read: (text: string) => T | null, warn: Warn): T | null {
  if (text === '') return null
  const value = read(text)
  if (value === null) warn(column, 'value-unknown')
  return value
}
