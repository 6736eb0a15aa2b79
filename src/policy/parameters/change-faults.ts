import { type Amendment, amend } from './amend.ts'
import { type Change, subjectOf } from './change.ts'
import { inCategory } from './counties.ts'
import type { Day } from '../facts.ts'
import { type FigureId, PLAN_BEGINS } from './figures.ts'
import { figureOn, isProgrammeInForce, type PolicyBook, standingsThatCount } from './parameters.ts'
import { RANGES, UNIT_OF } from './units.ts'

/** What is wrong with a decision, by path. */
type ChangeFault = { readonly path: string; readonly problem: string; readonly told: ChangeTold }

/** The same as a code, with the figures and days that say how. */
type ChangeTold =
  | { readonly code: 'changed-twice' | 'known-by-the-plan' | 'so-already' }
  | { readonly code: 'day-between'; readonly params: { readonly first: Day; readonly last: Day } }
  | {
      readonly code: 'between' | 'whole-between'
      readonly params: { readonly least: number; readonly most: number }
    }
  | { readonly code: 'shares-not-one' | 'ages-crossed'; readonly params: { readonly day: Day } }

/** Nobody decides for longer ahead. */
const YEARS_AHEAD = 10

/** All that is wrong with a decision laid over a book, beyond its shape; an empty list: it can be proposed. */
export function changeFaults(
  book: PolicyBook,
  { from, changes, citation }: Omit<Amendment, 'id'>,
  today: Day,
): readonly ChangeFault[] {
  const dated = dayFaults(from, today)
  if (dated.length > 0) return dated
  const own = changes.flatMap((change, at) => ownFaults(book, change, changes.slice(0, at), from, at))
  if (own.length > 0) return own
  return discords(amend(book, [{ id: 'proposed', from, changes, citation }]), from)
}

function dayFaults(from: Day, today: Day): readonly ChangeFault[] {
  const last = `${Number(today.slice(0, 4)) + YEARS_AHEAD}${today.slice(4)}`
  if (from >= PLAN_BEGINS && from <= last) return []
  return [
    {
      path: 'from',
      problem: `must be a day from ${PLAN_BEGINS} to ${last}`,
      told: { code: 'day-between', params: { first: PLAN_BEGINS, last } },
    },
  ]
}

function ownFaults(
  book: PolicyBook,
  change: Change,
  before: readonly Change[],
  from: Day,
  at: number,
): readonly ChangeFault[] {
  const path = `changes.${at}`
  const subject = subjectOf(change)
  if (before.some((other) => subjectOf(other) === subject))
    return [
      { path, problem: 'changes what another change of it changes too', told: { code: 'changed-twice' } },
    ]
  const range = change.kind === 'figure' ? rangeFault(change.figure, change.value) : null
  if (range !== null) return [{ path: `${path}.value`, ...range }]
  if (change.kind === 'county' && change.category === 'tibetanArea' && change.listed === null)
    return [
      {
        path: `${path}.listed`,
        problem: 'must be true or false: the plan names the Tibetan area',
        told: { code: 'known-by-the-plan' },
      },
    ]
  return isSoAlready(book, change, from)
    ? [{ path, problem: 'changes nothing: it is so already', told: { code: 'so-already' } }]
    : []
}

function rangeFault(figure: FigureId, value: number): Omit<ChangeFault, 'path'> | null {
  const unit = UNIT_OF[figure]
  const [least, most] = RANGES[unit]
  const isWhole = unit === 'share' || Number.isInteger(value)
  if (isWhole && value >= least && value <= most) return null
  const isShare = unit === 'share'
  return {
    problem: `must be a ${isShare ? '' : 'whole '}number from ${least} to ${most}`,
    told: { code: isShare ? 'between' : 'whole-between', params: { least, most } },
  }
}

function isSoAlready(book: PolicyBook, change: Change, from: Day): boolean {
  switch (change.kind) {
    case 'figure':
      return figureOn(change.figure, from, book).value === change.value
    case 'county':
      return inCategory(change.category, change.county, from, book) === change.listed
    case 'standings':
      return standingsThatCount(from, book).toSorted().join() === change.standings.toSorted().join()
    case 'programme':
      return isProgrammeInForce(change.programme, from, book) === change.inForce
  }
}

const SHARES = [
  ['preschool-fee-province-share', 'preschool-fee-county-share'],
  ['higher-vocational-province-share', 'higher-vocational-county-share'],
] as const

// Figures that must agree with each other, on the day itself and on every later day on which one of them changes.
function discords(book: PolicyBook, from: Day): readonly ChangeFault[] {
  const figures = Object.values(book.figures).flat()
  const days = new Set([from, ...figures.map((entry) => entry.from).filter((day) => day > from)])
  return [...days].flatMap((day) => {
    const on = (id: FigureId) => figureOn(id, day, book).value
    const shares = SHARES.filter(([one, other]) => Math.abs(on(one) + on(other) - 1) > 1e-9)
    return [
      ...shares.map(([one, other]) => ({
        path: 'changes',
        problem: `${one} and ${other} must come to 1 on ${day}`,
        told: { code: 'shares-not-one', params: { day } } as const,
      })),
      ...(on('kindergarten-age-from') > on('kindergarten-age-to')
        ? [
            {
              path: 'changes',
              problem: `kindergarten-age-from is above kindergarten-age-to on ${day}`,
              told: { code: 'ages-crossed', params: { day } } as const,
            },
          ]
        : []),
    ]
  })
}
