import type { Determination } from '../../policy/determine.ts'
import type { ProgrammeId } from '../../policy/programmes/index.ts'
import type { Later } from '../reckoning/ahead.ts'
import { nameOf } from './benefits.ts'
import { type Case, reasonsOf, type Subject } from './reasons.ts'
import { type Line, news, say, type Text } from './reply.ts'

/** Why not, for what a person does not get: programmes that fail for the same reasons are told together, a reason once. */
export function refusedLines(cases: readonly Case[], told = new Set<string>()): readonly Line[] {
  return cases.flatMap(({ subject, determinations, later }) =>
    groupsByReason(
      subject,
      determinations.filter(({ outcome, programme }) => outcome === 'ineligible' && !isIn(later, programme)),
    ).map(({ programmes, reasons }) => [
      say('conversation:answer.no', { who: subject.who, programmes: { list: programmes } }),
      ...news(reasons, told),
    ]),
  )
}

/** What a household that does not count is told beside the reasons: how to have the record looked at, and what holds all the same. */
export function standingLines(cases: readonly Case[]): readonly Line[] {
  const all = cases.flatMap(({ determinations }) => determinations)
  const held = all.some(
    ({ outcome, reasons }) =>
      outcome === 'ineligible' &&
      reasons.some(({ condition, value }) => condition === 'registered' && value === false),
  )
  if (!held || cases.every(({ subject }) => subject.standing === null)) return []
  const still = all.some(({ outcome }) => outcome === 'eligible') ? [say('conversation:standing.still')] : []
  return [[say('conversation:standing.review', { missing: say('conversation:word.missing') }), ...still]]
}

type Group = { readonly programmes: Text[]; readonly reasons: readonly Text[] }

function groupsByReason(subject: Subject, determinations: readonly Determination[]): readonly Group[] {
  const groups = new Map<string, Group>()
  for (const determination of determinations) {
    const reasons = reasonsOf(subject, [determination])
    const key = JSON.stringify(reasons)
    const group = groups.get(key) ?? { programmes: [], reasons }
    group.programmes.push(nameOf(determination.programme))
    groups.set(key, group)
  }
  return [...groups.values()]
}

// What opens later is told as that, not as a refusal.
function isIn(later: readonly Later[], programme: ProgrammeId): boolean {
  return later.some(({ determination }) => determination.programme === programme)
}
