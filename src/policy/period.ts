import { classesOf, type FactClasses } from './logic/classes.ts'
import { type Dated, entryOn } from './parameters/dated.ts'
import type { Day } from './facts.ts'
import { atomsOf } from './logic/logic.ts'
import { lastRule, type PolicyBook } from './parameters/parameters.ts'
import { PROGRAMME_IDS, type ProgrammeId } from './programme.ts'
import { compile, notInForce, type Rule } from './logic/rule.ts'
import { type Together, together } from './logic/together.ts'

/** A stretch of days through which nothing in a book changes, with its rules made ready. */
export type Period = {
  readonly classes: readonly FactClasses[]
  readonly rules: Readonly<Record<ProgrammeId, Rule>>
  /** The same rules in the plan's order. */
  readonly inOrder: readonly Rule[]
  readonly determine: Together
}

type Periods = { readonly changeDays: readonly Day[]; readonly made: (Period | undefined)[] }

const made = new WeakMap<PolicyBook, Periods>()

/** The period a day falls in, made ready at its first use and kept as long as the book. */
export function periodOn(asOf: Day, book: PolicyBook): Period {
  const periods = made.get(book) ?? remember(book)
  let begun = 0
  for (const day of periods.changeDays) if (day <= asOf) begun++
  return periods.made[begun] ?? prepareOnce(periods, begun, asOf, book)
}

function remember(book: PolicyBook): Periods {
  const periods = { changeDays: changeDaysOf(book), made: [] }
  made.set(book, periods)
  return periods
}

function prepareOnce(periods: Periods, begun: number, asOf: Day, book: PolicyBook): Period {
  const period = prepare(asOf, book)
  periods.made[begun] = period
  return period
}

// The standings that count make their fact before the rules read it: of them a rule tells no more than who decided so.
function changeDaysOf({ programmes, figures, counties, standingsThatCount }: PolicyBook): Day[] {
  const dated: (readonly Dated<unknown>[])[] = [
    ...Object.values(programmes),
    ...Object.values(figures),
    ...Object.values(counties),
    standingsThatCount,
  ]
  return [...new Set(dated.flat().map((entry) => entry.from))].sort()
}

function prepare(asOf: Day, book: PolicyBook): Period {
  const inForce = PROGRAMME_IDS.map((id) => entryOn(book.programmes[id], asOf))
  const atoms = inForce.flatMap((entry) => (entry?.value ? atomsOf(entry.value.conditions) : []))
  const classes = classesOf({ atoms, asOf, book })
  const inOrder = PROGRAMME_IDS.map((id, index) => {
    const entry = inForce[index]
    if (entry?.value) return compile(entry.value, classes, asOf, book)
    return notInForce(lastRule(id, book), entry?.citation ?? book.programmes[id][0]?.citation ?? '', classes)
  })
  const rules = Object.fromEntries(PROGRAMME_IDS.map((id, index) => [id, inOrder[index]]))
  // Object.fromEntries forgets its keys: they are `PROGRAMME_IDS`.
  return {
    classes,
    inOrder,
    determine: together(inOrder, classes),
    rules: rules as Record<ProgrammeId, Rule>,
  }
}
