/** Questions asked of a stranger until one programme, one topic or everything is settled. */
import type { FactName, Facts } from '../../../src/policy/facts.ts'
import { PROGRAMME_IDS } from '../../../src/policy/programme.ts'
import { type ProgrammeId, TOPICS } from '../../../src/policy/programmes/index.ts'
import { distinctPersons } from '../determinations/persons.ts'
import { type Figure, hand, QUICK } from '../harness.ts'
import { fixedOrder, isSettled, ours, publicodesOrder, type Strategy } from './strategies.ts'

type Task = { readonly name: string; readonly goals: readonly (readonly ProgrammeId[])[] }
type Tally = { readonly mean: number; readonly worst: number; readonly unsettled: number; readonly n: number }

const PERSONS = QUICK ? 100 : 10_000
const TASKS: readonly Task[] = [
  { name: 'one programme', goals: PROGRAMME_IDS.map((id) => [id]) },
  { name: 'one topic', goals: Object.values(TOPICS) },
  { name: 'everything', goals: [PROGRAMME_IDS] },
]
const STRATEGIES = [ours, fixedOrder, publicodesOrder]

const persons = distinctPersons(PERSONS, 11, 1)
const results = TASKS.flatMap(({ name, goals }) =>
  STRATEGIES.map((strategy) => ({ name, strategy, tally: tallyOf(strategy, goals) })),
)
const unsettled = results.filter(({ tally }) => tally.unsettled > 0)

hand({
  figures: TASKS.flatMap(({ name }) => {
    const rows = results.filter((result) => result.name === name)
    return [...rows.map((row) => figure(row, rows, 'mean')), ...rows.map((row) => figure(row, rows, 'worst'))]
  }),
  verdicts: [],
  notes: [
    `${PERSONS} made-up persons who know everything asked, every value of a fact as likely as another; counties of no known category stay open for the office.`,
    `One programme: the mean over all ${PROGRAMME_IDS.length}; one topic: over all ${Object.keys(TOPICS).length}. Nothing is known before the first question. The ratio is to the fixed order.`,
    ...unsettled.map(
      ({ name, strategy, tally }) =>
        `${strategy.name} stopped early ${tally.unsettled} times of ${tally.n} (${name}).`,
    ),
  ],
})

type Result = (typeof results)[number]

function figure({ name, strategy, tally }: Result, rows: readonly Result[], what: 'mean' | 'worst'): Figure {
  const reference = rows.find((row) => row.strategy === fixedOrder)?.tally[what] ?? Number.NaN
  return {
    name: `${name}, ${what}`,
    contender: strategy.name,
    figure: tally[what],
    unit: 'questions',
    spread: null,
    ratio: tally[what] / reference,
    n: tally.n,
  }
}

function tallyOf(strategy: Strategy, goals: Task['goals']): Tally {
  let total = 0
  let worst = 0
  let open = 0
  for (const programmes of goals) {
    for (const person of persons) {
      const { questions, settled } = interview(strategy, person, programmes)
      total += questions
      worst = Math.max(worst, questions)
      if (!settled) open += 1
    }
  }
  const n = goals.length * persons.length
  return { mean: total / n, worst, unsettled: open, n }
}

function interview(strategy: Strategy, person: Facts, goals: readonly ProgrammeId[]) {
  let known: Facts = {}
  const asked: FactName[] = []
  for (
    let fact = strategy.next(known, asked, goals);
    fact !== null;
    fact = strategy.next(known, asked, goals)
  ) {
    asked.push(fact)
    known = { ...known, [fact]: person[fact] }
  }
  return { questions: asked.length, settled: isSettled(known, goals) }
}
