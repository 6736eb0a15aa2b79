import { isInForce, type Proposal } from '../../amendments/proposal.ts'
import type { Fault } from '../../fault.ts'
import { grouped } from '../../i18n/figures.ts'
import { textsIn } from '../../i18n/texts.ts'
import type { Change } from '../../policy/parameters/change.ts'
import type { FigureId } from '../../policy/parameters/figures.ts'
import { UNIT_OF } from '../../policy/parameters/units.ts'
import { countyName } from '../area-name.ts'
import type { Desk } from '../desk.ts'
import { FaultLines } from '../views/faults.tsx'
import { changedIn } from './draft-form.ts'

/** Where a decision stands, in words. */
export function stateText({ language }: Desk, proposal: Proposal, today: string): string {
  const say = textsIn(language)
  return isInForce(proposal, today)
    ? say('console:policy.in-force')
    : say(`console:policy.state.${proposal.state}`)
}

/** What a figure is without the decision that is shown. */
export type Former = (figure: FigureId) => number

/** One change in words; with `former`, a figure as it is and as it would be. */
export function changeText({ language }: Desk, change: Change, former: Former | null): string {
  const say = textsIn(language)
  switch (change.kind) {
    case 'figure':
      return `${say(`console:figure.${change.figure}`)}: ${[
        ...(former === null ? [] : [former(change.figure)]),
        change.value,
      ]
        .map((value) => figureText(change.figure, value))
        .join(' → ')}`
    case 'county':
      return `${say(`console:policy.list.${change.category}`)}: ${countyName(change.county, language)} · ${listedText(language, change.listed)}`
    case 'standings':
      return `${say('console:policy.standings')}: ${change.standings.map((one) => say(`console:standing.${one}`)).join(' · ')}`
    case 'programme':
      return `${say(`policy:programme.${change.programme}.name`)}: ${forceText(language, change.inForce)}`
  }
}

/** That a programme ends, or is resumed, in words. */
export function forceText(language: Desk['language'], inForce: boolean): string {
  return textsIn(language)(inForce ? 'console:policy.programme.resumes' : 'console:policy.programme.ends')
}

/** A figure as it is read: what is counted in groups, a share in per cent, a year as it is. */
export function figureText(id: FigureId, value: number): string {
  switch (UNIT_OF[id]) {
    case 'share':
      return `${Math.round(value * 1000) / 10}%`
    case 'year':
      return String(value)
    case 'yuan':
    case 'age':
    case 'count':
      return grouped(value)
  }
}

/** Whether a county is on a list, in words. */
export function listedText(language: Desk['language'], listed: boolean | null): string {
  const say = textsIn(language)
  if (listed === null) return say('console:policy.listed.null')
  return say(listed ? 'console:policy.listed.true' : 'console:policy.listed.false')
}

type OfFault = {
  readonly desk: Desk
  readonly fault: Fault | null
  /** The form's fields, by which a change that is wrong is named. */
  readonly fields?: Readonly<Record<string, string>>
}

/** What stood against it, a line each. */
export function Faults({ desk: { language }, fault, fields = {} }: OfFault) {
  if (fault === null) return null
  const say = textsIn(language)
  const labels = changedIn(fields).map((key) => say(key))
  const labelOf = (path: string) => labels[Number(/^changes\.(\d+)/.exec(path)?.[1] ?? Number.NaN)] ?? null
  return (
    <div class="fault" role="alert">
      <p>{say('console:policy.refused')}</p>
      <FaultLines language={language} fault={fault} labelOf={labelOf} />
    </div>
  )
}
