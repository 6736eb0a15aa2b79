import type { Later, Step } from '../reckoning/ahead.ts'
import { benefitText, byWeight, nameOf, numbered } from './benefits.ts'
import { type Case, reasonsBy } from './reasons.ts'
import { type Line, news, say, type Text } from './reply.ts'

/** What the next step of schooling opens to each person: when, what, on what grounds, and that it is not open yet. */
export function laterLines(cases: readonly Case[], told: Set<string>): readonly Line[] {
  return cases.flatMap((one) =>
    [...new Set(one.later.map(({ step }) => step))].flatMap((step) => stepLines(one, step, told)),
  )
}

function stepLines(one: Case, step: Step, told: Set<string>): readonly Line[] {
  const { subject, later } = one
  const atStep = later.filter((each) => each.step === step)
  const opened = byWeight(determinationsOf(atStep, 'eligible'))
  const open = determinationsOf(atStep, 'unknown')
  const kind = kindOf(step)
  const params = {
    who: subject.who,
    stages: { list: step.stages.map((stage) => say(`policy:option.person.stage.${stage}`)) },
  }
  const grounds = [...opened, ...open].flatMap((each) =>
    reasonsBy(each, subject, (fact) => fact?.startsWith('household.') === true),
  )
  return [
    ...(opened.length === 0
      ? []
      : [[say(`conversation:later.${kind}`, params)], ...numbered(opened.map(benefitText))]),
    ...(open.length === 0
      ? []
      : [
          [
            say(`conversation:later.${kind}.unknown`, {
              ...params,
              programmes: { list: open.map(({ programme }) => nameOf(programme)) },
            }),
          ],
        ]),
    [...news(grounds, told), notYet(one, kind)],
  ]
}

type Kind = 'final-year' | 'admitted' | 'kindergarten' | 'primary'

// A kindergarten and a primary school admit everybody.
function kindOf({ stages: [stage] }: Step): Kind {
  if (stage === undefined) return 'final-year'
  if (stage === 'preschool') return 'kindergarten'
  return stage === 'primary' ? 'primary' : 'admitted'
}

function determinationsOf(later: readonly Later[], outcome: 'eligible' | 'unknown') {
  return later.map(({ determination }) => determination).filter((one) => one.outcome === outcome)
}

function notYet({ subject: { who, facts } }: Case, kind: Kind): Text {
  const stage = facts['person.stage'] ?? null
  return kind !== 'final-year' && stage !== null
    ? say('conversation:later.admitted.now', { who, stage: say(`policy:stage.${stage}`) })
    : say('conversation:later.final-year.now', { who })
}
