/** Understanding: how often it is right, and what a sentence costs, on sets that nobody tuned on. */
import { CONFIDENT, understand } from '../../../src/understanding/understand.ts'
import {
  type Contender,
  type Figure,
  hand,
  median,
  QUICK,
  race,
  sink,
  spreadOf,
  type Verdict,
} from '../harness.ts'
import { trainNlpjs } from './nlpjs.ts'
import { trainRegression } from './regression.ts'
import { type Code, labelOf, REFUSED, type Sets, setsOf } from './sets.ts'

type Judge = { readonly name: string; readonly label: (text: string) => string | Promise<string> }

const PACE = { rounds: QUICK ? 3 : 10, warmUps: QUICK ? 1 : 3 }
const LANGUAGES: readonly { readonly code: Code; readonly name: string; readonly right: number }[] = [
  { code: 'zh', name: 'Chinese', right: 97 },
  { code: 'bo', name: 'Tibetan', right: 93 },
]
const REFUSALS = 95

// What ours is not confident of gets the menu: it counts as refused, and is not right however good the guess.
const ours: Judge = {
  name: 'huixue',
  label: (text) => {
    const understanding = understand(text)
    return understanding.confidence < CONFIDENT ? REFUSED : labelOf(understanding)
  },
}

const figures: Figure[] = []
const verdicts: Verdict[] = []
const notes = [
  'Right: intent and topic are both what the set says. A class for each pair; all contenders learn from the same sentences.',
  'Ours below its confidence, and nlp.js at None, count as refusing; the regression refuses by its class alone.',
  'nlp.js knows no Tibetan: it is given the syllables with spaces between them.',
]
for (const { code, name, right } of LANGUAGES) {
  const sets = setsOf(code)
  const judges: Judge[] = [
    ours,
    { name: 'nlp.js', label: await trainNlpjs(code, sets.training) },
    { name: 'character regression', label: trainRegression(sets.training) },
  ]
  notes.push(
    `${name}: ${sets.training.length} sentences to learn from, ${sets.inScope.length} kept aside, ${sets.outOfScope.length} out of scope.`,
  )
  const accuracy = await accuracyFigures(name, judges, sets)
  figures.push(...accuracy, ...(await costFigures(name, judges, sets)))
  verdicts.push(
    percent(`${name} right`, right, accuracy[0]),
    percent(`${name} out of scope refused`, REFUSALS, accuracy[judges.length]),
  )
}
hand({ figures, verdicts, notes })

async function accuracyFigures(
  language: string,
  judges: readonly Judge[],
  { inScope, outOfScope }: Sets,
): Promise<Figure[]> {
  const rights: Figure[] = []
  const refusals: Figure[] = []
  for (const { name, label } of judges) {
    let right = 0
    for (const example of inScope) if ((await label(example.text)) === labelOf(example)) right += 1
    let refused = 0
    for (const { text } of outOfScope) if ((await label(text)) === REFUSED) refused += 1
    rights.push(share(`${language}, right`, name, right, inScope.length))
    refusals.push(share(`${language}, out of scope refused`, name, refused, outOfScope.length))
  }
  return [...rights, ...refusals]
}

async function costFigures(
  language: string,
  judges: readonly Judge[],
  { inScope, outOfScope }: Sets,
): Promise<Figure[]> {
  const texts = [...inScope, ...outOfScope].map(({ text }) => text)
  const timings = await race(
    judges.map(({ name, label }): Contender => ({ name, round: () => labelAll(label, texts) })),
    PACE,
  )
  const micros = timings.map(({ rates }) => rates.map((rate) => 1e6 / rate))
  const base = Math.min(...micros.slice(1).map(median))
  return timings.map(({ name, units }, at) => ({
    name: `${language}, a sentence`,
    contender: name,
    figure: median(micros[at] ?? []),
    unit: 'µs',
    spread: spreadOf(micros[at] ?? []),
    ratio: median(micros[at] ?? []) / base,
    n: units,
  }))
}

async function labelAll(label: Judge['label'], texts: readonly string[]): Promise<number> {
  for (const text of texts) {
    const labelled = label(text)
    sink.kept = typeof labelled === 'string' ? labelled : await labelled
  }
  return texts.length
}

function share(name: string, contender: string, part: number, whole: number): Figure {
  return { name, contender, figure: (100 * part) / whole, unit: '%', spread: null, ratio: null, n: whole }
}

function percent(what: string, least: number, figure: Figure | undefined): Verdict {
  const value = figure?.figure ?? 0
  return { target: `${what} ≥ ${least}%`, met: value >= least, figure: `${value.toFixed(1)}%` }
}
