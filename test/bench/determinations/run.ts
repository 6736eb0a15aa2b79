/** Determinations a second: ours, with reasons and missing facts, against three rule engines with the same 23 rules. */
import { determine } from '../../../src/policy/determine.ts'
import type { Facts } from '../../../src/policy/facts.ts'
import { PROGRAMME_IDS } from '../../../src/policy/programme.ts'
import {
  atLeast,
  type Contender,
  fastest,
  type Figure,
  figuresOf,
  hand,
  median,
  QUICK,
  race,
  sink,
} from '../harness.ts'
import { type Agreement, agreement } from './agreement.ts'
import { jsonLogicPeer } from './json-logic.ts'
import { missingAgreement } from './missing.ts'
import type { Peer } from './peer.ts'
import { AS_OF, completePersons, distinctPersons, situationOf } from './persons.ts'
import { publicodesPeer } from './publicodes.ts'
import { rulesEnginePeer } from './rules-engine.ts'

const PERSONS = QUICK ? 2000 : 10_000
const PACE = { rounds: QUICK ? 3 : 5, warmUps: 2 }
const KNOWN = 0.75
const OURS = 'huixue'

const cold = firstPass(distinctPersons(1000, 1, KNOWN))
const complete = completePersons(QUICK ? 500 : 2000, 2)
const mixed = distinctPersons(QUICK ? 500 : 2000, 3, KNOWN)
const agreements = [
  await compare(publicodesPeer),
  await compare(jsonLogicPeer),
  await compare(rulesEnginePeer),
]

// A new ten thousand for every round, so that no contender meets a person twice.
const rounds = Array.from({ length: PACE.rounds + PACE.warmUps }, (_, at) =>
  distinctPersons(PERSONS, 100 + at, KNOWN),
)

const peers = [contender(publicodesPeer), contender(jsonLogicPeer), contender(rulesEnginePeer)]
const ours: Contender = { name: OURS, round: (index) => determineAll(personsOf(index)) }
const again: Contender = { name: `${OURS}, the same persons again`, round: () => determineAll(personsOf(0)) }
const timings = await race([ours, again, ...peers], PACE)
const best = fastest(timings.filter(({ name }) => !name.startsWith(OURS)))
const rate = median(timings.find(({ name }) => name === OURS)?.rates ?? [])

hand({
  figures: [
    ...figuresOf('determinations', 'a second', timings, best.name),
    { ...cold, ratio: cold.figure / median(best.rates) },
    ...agreements.flatMap(({ figures }) => figures),
    share('missing facts exactly ours', publicodesPeer.name, missingAgreement(mixed)),
  ],
  verdicts: [
    atLeast(`determinations a second against the fastest peer (${best.name})`, 5, rate / median(best.rates)),
  ],
  notes: [
    `${PERSONS} persons a round × ${PROGRAMME_IDS.length} programmes, a quarter of the facts unknown; every round has persons of its own, no two alike, as of ${AS_OF}.`,
    'Ours judges what no rule can tell apart once and finds it again in a table: a new process, its tables empty, is slower.',
    'For the peers age and county are worked out beforehand, off the clock: ours works them out on it.',
    'Ours gives outcome, benefit, reasons, missing facts and citations. What the peers cannot:',
    `publicodes: ${publicodesPeer.cannot}.`,
    `json-logic-js: ${jsonLogicPeer.cannot}.`,
    `json-rules-engine: ${rulesEnginePeer.cannot}.`,
    ...agreements.flatMap(({ note }) => (note === null ? [] : [note])),
  ],
})

function contender<T>(peer: Peer<T>): Contender {
  const prepared = rounds.map((persons) => persons.map((facts) => peer.prepare(situationOf(facts))))
  return {
    name: peer.name,
    round: async (index) => {
      const situations = prepared[index + PACE.warmUps] ?? []
      for (const situation of situations) {
        const judged = peer.judge(situation)
        sink.kept = judged instanceof Promise ? await judged : judged
      }
      return situations.length * PROGRAMME_IDS.length
    },
  }
}

function personsOf(round: number): readonly Facts[] {
  return rounds[round + PACE.warmUps] ?? []
}

function determineAll(persons: readonly Facts[]): number {
  for (const facts of persons) sink.kept = determine(facts, AS_OF)
  return persons.length * PROGRAMME_IDS.length
}

// Nothing compiled, nothing remembered: what the first callers of a new process meet.
function firstPass(persons: readonly Facts[]): Figure {
  const began = performance.now()
  const done = determineAll(persons)
  const figure = done / ((performance.now() - began) / 1000)
  const contenderName = `${OURS}, the first 1,000 persons of a new process`
  return {
    name: 'determinations',
    contender: contenderName,
    figure,
    unit: 'a second',
    spread: null,
    ratio: null,
    n: done,
  }
}

type Comparison = { readonly figures: readonly Figure[]; readonly note: string | null }

async function compare<T>(peer: Peer<T>): Promise<Comparison> {
  const known = await agreement(peer, complete)
  const unknown = await agreement(peer, mixed)
  return {
    figures: [
      share('outcomes like ours, all facts known', peer.name, known),
      share('outcomes like ours, some unknown', peer.name, unknown),
    ],
    note: known.example === null ? null : `DISAGREES on known facts: ${known.example}`,
  }
}

function share(name: string, contender: string, { same, all }: Agreement): Figure {
  return { name, contender, figure: (100 * same) / all, unit: '%', spread: null, ratio: null, n: all }
}
