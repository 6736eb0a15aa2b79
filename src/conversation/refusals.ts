import type { Determination } from '../policy/determine.ts'
import type { Stage } from '../policy/facts.ts'
import type { ProgrammeId } from '../policy/programmes/index.ts'
import { benefitText, isMoney, nameOf } from './benefits.ts'
import { type Case, reasonsOf, type Subject } from './reasons.ts'
import { type Line, news, say, type Text } from './reply.ts'

/** Why not, for what a person does not get: programmes that fail for the same reasons are told together, a reason once. */
export function refusedLines(cases: readonly Case[], told = new Set<string>()): readonly Line[] {
  return cases.flatMap(({ subject, determinations }) =>
    groupsByReason(
      subject,
      determinations.filter(({ outcome }) => outcome === 'ineligible'),
    ).map(({ programmes, reasons, hopes }) => [
      say('conversation:answer.no', { who: subject.who, programmes: { list: programmes } }),
      ...news(reasons, told),
      ...hopes,
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

type Group = { readonly programmes: Text[]; readonly reasons: readonly Text[]; readonly hopes: Text[] }

function groupsByReason(subject: Subject, determinations: readonly Determination[]): readonly Group[] {
  const groups = new Map<string, Group>()
  for (const determination of determinations) {
    const reasons = reasonsOf(subject, [determination])
    const key = JSON.stringify(reasons)
    const group = groups.get(key) ?? { programmes: [], reasons, hopes: [] }
    group.programmes.push(nameOf(determination.programme))
    if (isMoney(determination) && isAhead(determination, subject))
      group.hopes.push(say('conversation:answer.if', { text: benefitText(determination) }))
    groups.set(key, group)
  }
  return [...groups.values()]
}

// Refused today for the stage alone, by someone whose schooling still leads there.
function isAhead({ programme, reasons }: Determination, { facts }: Subject): boolean {
  const stage = facts['person.stage']
  if (stage == null || reasons.some(({ condition, value }) => value !== true && condition !== 'stage'))
    return false
  return (LEADING_TO[stage] ?? []).includes(programme)
}

const LEADING_TO: Readonly<Partial<Record<Stage, readonly ProgrammeId[]>>> = {
  junior: ['secondary-vocational-tuition-waiver', 'secondary-vocational-grant'],
  senior: ['higher-vocational-fee-waiver', 'origin-student-loan'],
  'secondary-vocational': ['higher-vocational-fee-waiver', 'origin-student-loan'],
}
