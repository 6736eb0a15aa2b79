import { classify } from './logic/classes.ts'
import { type Day, FACT_NAMES, type FactName, type Facts } from './facts.ts'
import { PLAN, type PolicyBook } from './parameters/parameters.ts'
import { type Period, periodOn } from './period.ts'
import type { ProgrammeId } from './programme.ts'
import type { Rule } from './logic/rule.ts'

export type Inquiry = {
  readonly programmes: readonly ProgrammeId[]
  /** What the person was asked and could not say. */
  readonly skip?: readonly FactName[]
  readonly book?: PolicyBook
}

/** What is left to find out, on average over the answers to a question: programmes still unknown, then facts they still miss. */
type Remainder = { readonly programmes: number; readonly facts: number }

/**
 * The fact to ask next about these programmes: the one whose answer leaves the fewest of them unknown on average.
 * Null where no answer that the person could give would settle anything more.
 */
export function inquire(
  facts: Facts,
  asOf: Day,
  { programmes, skip = [], book = PLAN }: Inquiry,
): FactName | null {
  const period = periodOn(asOf, book)
  const person = classify(period.classes, facts, asOf)
  const open = programmes
    .map((id) => period.rules[id])
    .filter((rule) => rule.determine(person).outcome === 'unknown')
  const askable = new Set(open.flatMap((rule) => rule.askable(person, skip)))
  let best: { readonly fact: FactName; readonly remainder: Remainder } | null = null
  for (const [position, fact] of FACT_NAMES.entries()) {
    if (!askable.has(fact)) continue
    const remainder = remainderAfter(position, period, person, open)
    if (best === null || isLess(remainder, best.remainder)) best = { fact, remainder }
  }
  return best?.fact ?? null
}

function remainderAfter(
  position: number,
  { classes }: Period,
  person: readonly number[],
  open: readonly Rule[],
): Remainder {
  const weights = classes[position]?.weights ?? []
  let total = 0
  let programmes = 0
  let facts = 0
  for (const [answer, weight] of weights.entries()) {
    if (weight === 0) continue
    total += weight
    const answered = person.with(position, answer)
    for (const rule of open) {
      const { outcome, missing } = rule.determine(answered)
      if (outcome === 'unknown') programmes += weight
      facts += weight * missing.length
    }
  }
  return { programmes: programmes / total, facts: facts / total }
}

// Figures that differ by rounding alone are equal, so that the order of facts decides and not the machine.
function isLess(a: Remainder, b: Remainder): boolean {
  const slight = 1e-9
  if (Math.abs(a.programmes - b.programmes) > slight) return a.programmes < b.programmes
  return a.facts < b.facts - slight
}
