import type { EffectRead } from '../amendments/effect.ts'
import type { Proposal } from '../amendments/proposal.ts'
import type { Progress } from '../amendments/work-out.ts'
import type { BookOn, Stands } from '../policy/parameters/book-on.ts'
import type { Change } from '../policy/parameters/change.ts'
import { COUNTY_CATEGORIES } from '../policy/logic/logic.ts'
import { countyByCode } from '../regions/county.ts'

/** One decision in a line. */
export function proposalLine({ id, state, from, name, proposedBy }: Proposal): string {
  return [id, state, `from ${from}`, `by ${proposedBy}`, name].join('  ')
}

/** One decision in full. */
export function proposalLines(proposal: Proposal): readonly string[] {
  const { changes, citation, source, decidedBy, state, remark } = proposal
  return [
    proposalLine(proposal),
    ...changes.map((change) => `  ${changeText(change)}`),
    `  ${citation}: ${source}`,
    ...(decidedBy === null ? [] : [`  ${state} by ${decidedBy}${remark === null ? '' : `: ${remark}`}`]),
  ]
}

function changeText(change: Change): string {
  switch (change.kind) {
    case 'figure':
      return `${change.figure} = ${change.value}`
    case 'county':
      return `${change.category} ${countyOf(change.county)} = ${listedText(change.listed)}`
    case 'standings':
      return `standings that count = ${change.standings.join(', ')}`
    case 'programme':
      return `${change.programme} ${change.inForce ? 'resumes' : 'ends'}`
  }
}

/** How far an effect is worked out. */
export function progressLine({ households, total }: Progress): string {
  return `${households} of ${total} households looked at`
}

/** Whom a decision moves: in all, then by programme with why and where. */
export function effectLines({ progress, totals, lines }: EffectRead): readonly string[] {
  return [
    `on ${progress.day}, of ${progress.persons} persons in ${progress.households} households:`,
    ...(totals.length === 0 ? ['  nobody is moved'] : []),
    ...totals.map(
      ({ effect, households, persons }) => `  ${effect}: ${persons} persons in ${households} households`,
    ),
    ...lines.flatMap(({ programme, effect, persons, because, counties, languages }) => [
      `${programme} ${effect} ${persons}`,
      `    because ${pairs(because)}`,
      `    ${pairs(languages)}; ${pairs(counties, countyOf)}`,
    ]),
  ]
}

/** What was ended or resumed, the figures, lists and standings of a day, each with what says so. */
export function bookLines({ day, programmes, figures, standings, counties }: BookOn): readonly string[] {
  return [
    `${day}`,
    ...programmes.flatMap(({ id, rule, stands }) =>
      stands?.isAmended === true ? [`${id} ${rule === null ? 'ended' : 'resumed'}  ${saying(stands)}`] : [],
    ),
    ...figures.map(({ id, value, ...stands }) => `${id} = ${value}  ${saying(stands)}`),
    ...(standings === null
      ? []
      : [`standings that count = ${standings.standings.join(', ')}  ${saying(standings)}`]),
    ...COUNTY_CATEGORIES.flatMap((category) =>
      counties[category]
        .filter(({ listed, isAmended }) => listed === null || isAmended)
        .map(
          ({ county, listed, ...stands }) =>
            `${category} ${countyOf(county)} = ${listedText(listed)}  ${saying(stands)}`,
        ),
    ),
  ]
}

function saying({ from, citation, isAmended }: Stands): string {
  return `(${citation}, from ${from}${isAmended ? ', decided' : ''})`
}

function countyOf(code: string): string {
  return `${code} ${countyByCode(code)?.name ?? ''}`.trim()
}

function listedText(listed: boolean | null): string {
  if (listed === null) return 'open'
  return listed ? 'yes' : 'no'
}

function pairs(counts: Readonly<Record<string, number>>, nameOf = (key: string) => key): string {
  return Object.entries(counts)
    .map(([key, count]) => `${nameOf(key)} ${count}`)
    .join(', ')
}
