import { type TextKey, textsIn } from '../../i18n/texts.ts'
import type { Determination } from '../../policy/determine.ts'
import type { Truth } from '../../policy/logic/logic.ts'
import type { Desk } from '../desk.ts'

type Shown = {
  readonly desk: Desk
  readonly determination: Determination
  readonly isOpen: boolean
  /** Where the programme's rule stands as of the same day. */
  readonly rule?: string
}

/** One programme as it was determined: the outcome, then each condition with its value and its clause. */
export function DeterminationTree({ desk, determination, isOpen, rule }: Shown) {
  const say = textsIn(desk.language)
  const { programme, outcome, reasons, missing, citations, priority } = determination
  return (
    <details class={`determination ${outcome}`} open={isOpen}>
      <summary>
        <span class="mark" aria-hidden="true">
          {MARKS[outcome]}
        </span>
        {say(`policy:programme.${programme}.name`)}
        <span class="outcome">{say(`console:outcome.${outcome}`)}</span>
        <cite>{citations.join(' ')}</cite>
      </summary>
      <ul>
        {reasons.map(({ condition, value, citation }) => (
          <li class={`truth-${String(value)}`}>
            <span class="mark">{TRUTHS[String(value)]}</span>
            {say(`console:condition.${condition}` satisfies TextKey)}
            <span class="outcome">{say(truthKey(value))}</span>
            <cite>{citation}</cite>
          </li>
        ))}
      </ul>
      {missing.length === 0 ? null : (
        <p>
          {say('console:household.missing', {
            facts: missing.map((fact) => say(`console:fact.${fact}` satisfies TextKey)).join(' · '),
          })}
        </p>
      )}
      {priority === undefined ? null : <p>{say(priorityKey(priority))}</p>}
      {rule === undefined ? null : (
        <p class="way-on">
          <a href={rule}>{say('console:household.rule')}</a>
        </p>
      )}
    </details>
  )
}

const MARKS: Readonly<Record<Determination['outcome'], string>> = {
  eligible: '✓',
  unknown: '?',
  ineligible: '✕',
}
const TRUTHS: Readonly<Record<string, string>> = { true: '✓', false: '✕', null: '?' }

function truthKey(value: Truth): TextKey {
  if (value === null) return 'console:truth.unknown'
  return value ? 'console:truth.true' : 'console:truth.false'
}

function priorityKey(priority: Truth): TextKey {
  if (priority === null) return 'console:priority.unknown'
  return priority ? 'console:priority.true' : 'console:priority.false'
}
