import { z } from 'zod'
import { countyByCode } from '../../regions/county.ts'
import { FIGURE_IDS } from './figures.ts'
import { COUNTY_CATEGORIES } from '../logic/logic.ts'
import { PROGRAMME_IDS } from '../programme.ts'

/** The standings that a decision may count as poor: who stood on the register by mistake never does. */
const COUNTABLE = ['registered', 'lifted', 'monitored', 'ordinary'] as const

const Figure = z
  .strictObject({
    kind: z.literal('figure'),
    figure: z.enum(FIGURE_IDS, 'must be a figure of the plan'),
    value: z.number('must be a number'),
  })
  .describe('A figure of the plan: yuan, ages, years, shares (parts of 1), places.')

const County = z
  .strictObject({
    kind: z.literal('county'),
    category: z.enum(COUNTY_CATEGORIES, `must be one of ${COUNTY_CATEGORIES.join(', ')}`),
    county: z
      .string('must be the code of a county of Gansu')
      .refine((code) => countyByCode(code) !== undefined, 'must be the code of a county of Gansu'),
    listed: z.boolean('must be true, false or null').nullable(),
  })
  .describe('Whether a county is on one of the lists; null: that nobody can say.')

const Standings = z
  .strictObject({
    kind: z.literal('standings'),
    standings: z
      .array(z.enum(COUNTABLE, `must be some of ${COUNTABLE.join(', ')}`), 'must be a list')
      .min(1, 'must name at least one')
      .refine((all) => new Set(all).size === all.length, 'must name each once'),
  })
  .describe('Which standings count a household as poor.')

const ProgrammeForce = z
  .strictObject({
    kind: z.literal('programme'),
    programme: z.enum(PROGRAMME_IDS, 'must be a programme of the plan'),
    inForce: z.boolean('must be true or false'),
  })
  .describe('A programme that ends (`inForce` false), or that is resumed by the rule it had.')

/** One thing that a decision changes, as plain data. */
const CHANGE = z
  .discriminatedUnion(
    'kind',
    [Figure, County, Standings, ProgrammeForce],
    'must be a change: figure, county, standings or programme',
  )
  .describe('One thing that a decision changes.')

export type Change = Readonly<z.output<typeof CHANGE>>

/** At most so many in one decision: every county on a list, and the figures beside. */
const MOST_CHANGES = 120

export const CHANGES = z
  .array(CHANGE, 'must be a list')
  .min(1, 'must hold at least one change')
  .max(MOST_CHANGES, `must hold at most ${MOST_CHANGES} changes`)

/** What a change is of: of two of the same, one would be lost. */
export function subjectOf(change: Change): string {
  switch (change.kind) {
    case 'figure':
      return `figure ${change.figure}`
    case 'county':
      return `county ${change.category} ${change.county}`
    case 'standings':
      return 'standings'
    case 'programme':
      return `programme ${change.programme}`
  }
}
